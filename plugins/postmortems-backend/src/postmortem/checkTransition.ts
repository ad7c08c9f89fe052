import { ConflictError } from '@backstage/errors';
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
