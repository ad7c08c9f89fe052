import type {
  ActionItem,
  UpdateActionItem,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../../data/mutations';
import { addressOf } from './actionItem';
import { useActionItemRequest } from './useActionItemRequest';
import type { ActionItemRequest } from './useActionItemRequest';

/** Changes an action item in place. */
export interface ActionItemChange
  extends Pick<ActionItemRequest, 'busy' | 'problem'> {
  /** Makes the change. Resolves to the saved item, or to undefined after a failure. */
  change: (body: UpdateActionItem) => Promise<ActionItem | undefined>;
}

/** Changes the displayed version of an action item. */
export function useActionItemChange(item: ActionItem): ActionItemChange {
  const send = useSend();
  const { run, busy, problem } = useActionItemRequest();
  return {
    change: body =>
      run(() =>
        send('updateActionItem', {
          params: addressOf(item),
          body,
          ifMatch: item.revision,
        }),
      ),
    busy,
    problem,
  };
}
