import { CustomErrorBase, isError } from '@backstage/errors';

/**
 * The resource has changed since the caller last read it. The error includes the current state, so
 * that the caller can merge.
 */
export class StaleRevisionError extends CustomErrorBase {
  name = 'StaleRevisionError' as const;
  /** Returned as 412 Precondition Failed. */
  readonly statusCode = 412;
  readonly current: unknown;

  constructor(current: { revision: number }, expected: number) {
    super(
      `If-Match must be the current revision ${current.revision}, not ${expected}. Someone else changed this: reload and apply your change again`,
    );
    this.current = current;
  }
}

/**
 * @param current - the current resource, as visible to the caller
 * @throws StaleRevisionError if the resource has another revision
 */
export function assertRevision(
  current: { revision: number },
  expected: number,
): void {
  if (current.revision !== expected) {
    throw new StaleRevisionError(current, expected);
  }
}

/** Whether an error concerns a single item in a bulk request, rather than the whole request. */
export function isRefusal(error: unknown): error is Error {
  return (
    isError(error) &&
    [
      'InputError',
      'NotFoundError',
      'NotAllowedError',
      'ConflictError',
      'StaleRevisionError',
    ].includes(error.name)
  );
}
