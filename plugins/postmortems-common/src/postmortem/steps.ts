import type { Status } from './model';

/**
 * Allowed next statuses of a postmortem, the usual one first.
 *
 * @public
 */
export const postmortemSteps: Record<Status, Status[]> = {
  draft: ['in-review'],
  'in-review': ['published', 'draft'],
  published: ['draft'],
};
