import { ResponseError } from '@backstage/errors';
import { errorStatus, errorText } from './errors';

/** How to handle a failed request. */
export type Failure =
  /** Someone else saved first; `current` is their version. */
  | { kind: 'stale'; current: unknown }
  /** The server refuses the request; repeating it is useless. */
  | { kind: 'refused'; message: string }
  /** Network or server problem; repeating may work. */
  | { kind: 'unreachable'; message: string };

/** Classifies a failed request. */
export function failureOf(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const status = errorStatus(error);
  const current = ResponseError.is(error)
    ? error.body?.error?.current
    : undefined;
  if (status === 412 && current !== undefined) {
    return { kind: 'stale', current };
  }
  const passing = status === undefined || status >= 500 || status === 429;
  return {
    kind: passing ? 'unreachable' : 'refused',
    message: errorText(error),
  };
}
