import { postmortemSteps } from 'backstage-plugin-postmortems-common';
import type { Status } from 'backstage-plugin-postmortems-common';

/** A transition, named after its button. */
export interface Transition {
  name: 'review' | 'publish' | 'withdraw' | 'reopen';
  to: Status;
  /** Whether a reason is required, which is the case when returning to an earlier status. */
  needsReason: boolean;
}

/** Transitions from each status, the most common one first. */
export const TRANSITIONS: Record<Status, Transition[]> = {
  draft: transitionsFrom('draft'),
  'in-review': transitionsFrom('in-review'),
  published: transitionsFrom('published'),
};

function transitionsFrom(from: Status): Transition[] {
  return postmortemSteps[from].map(to => ({
    name: nameOf(from, to),
    to,
    needsReason: to === 'draft',
  }));
}

function nameOf(from: Status, to: Status): Transition['name'] {
  if (to === 'in-review') return 'review';
  if (to === 'published') return 'publish';
  return from === 'published' ? 'reopen' : 'withdraw';
}
