import { ConflictError, InputError } from '@backstage/errors';
import { postmortemSteps } from 'backstage-plugin-postmortems-common';
import type { Status } from 'backstage-plugin-postmortems-common';

/** @throws ConflictError if the status change is not allowed */
export function checkTransition(from: Status, to: Status): void {
  const next = postmortemSteps[from];
  if (!next.includes(to)) {
    throw new ConflictError(
      `status cannot change from ${from} to ${to}. Use ${next.join(' or ')}`,
    );
  }
}

/**
 * Reopening a published postmortem needs a reason.
 *
 * @throws InputError if there is none
 */
export function assertReasonToReopen(
  reason: string | undefined,
): asserts reason is string {
  if (!reason) {
    throw new InputError('reason is required to reopen a published postmortem');
  }
}
