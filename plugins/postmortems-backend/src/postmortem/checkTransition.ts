import { ConflictError } from '@backstage/errors';
import type { Status } from 'backstage-plugin-postmortems-common';

/** Allowed next statuses. */
const NEXT: Record<Status, Status[]> = {
  draft: ['in-review'],
  'in-review': ['published', 'draft'],
  published: ['draft'],
};

/** @throws ConflictError if the status change is not allowed */
export function checkTransition(from: Status, to: Status): void {
  if (!NEXT[from].includes(to)) {
    throw new ConflictError(
      `status cannot change from ${from} to ${to}. Use ${NEXT[from].join(
        ' or ',
      )}`,
    );
  }
}
