import { ResponseError } from '@backstage/errors';
import { errorStatus, errorText } from './errors';

/** What a failed request means for the caller. */
export type Failure =
  /** Someone else saved first; `current` is their version. */
  | { kind: 'stale'; current: unknown }
  /** The server rejects the request, and repeating it would not help. */
  | { kind: 'refused'; message: string }
  /** A network or server problem. Repeating may help. */
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
