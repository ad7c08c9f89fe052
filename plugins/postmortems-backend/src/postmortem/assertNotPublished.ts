import { ConflictError } from '@backstage/errors';
import type { Status } from 'backstage-plugin-postmortems-common';

/**
 * A published postmortem can't be edited. It must be reopened with a reason, reviewed and published
 * again.
 *
 * @throws ConflictError if the postmortem is published
 */
export function assertNotPublished({ status }: { status: Status }): void {
  if (status === 'published') {
    throw new ConflictError(
      'A published postmortem cannot be edited. Reopen it first: set its status to draft, with a reason',
    );
  }
}
