import { useRequest } from '../../../../ui/feedback/useRequest';
import type { Request } from '../../../../ui/feedback/useRequest';
import { useTexts } from '../../../../texts/useTexts';
import { useActionItemWords } from './useActionItemWords';
import type { ActionItemProblem } from './useActionItemWords';

/** A request about an action item. */
export interface ActionItemRequest extends Pick<Request, 'run' | 'busy'> {
  /** Why the last attempt failed. */
  problem?: ActionItemProblem;
}

/** Sends requests about an action item, and describes the last failure. */
export function useActionItemRequest(): ActionItemRequest {
  const { t } = useTexts();
  const { problemOf } = useActionItemWords();
  const { run, busy, failure } = useRequest();

  function problem() {
    if (!failure) return undefined;
    return failure.kind === 'stale'
      ? { message: t('actionItem.changed') }
      : problemOf(failure.message);
  }
  return { run, busy, problem: problem() };
}
