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
  draft: [{ name: 'review', to: 'in-review', needsReason: false }],
  'in-review': [
    { name: 'publish', to: 'published', needsReason: false },
    { name: 'withdraw', to: 'draft', needsReason: true },
  ],
  published: [{ name: 'reopen', to: 'draft', needsReason: true }],
};
