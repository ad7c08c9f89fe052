import type {
  ComplianceStatus,
  Outcome,
  Status,
} from 'backstage-plugin-postmortems-common';

/** Translation keys for values with characters that aren't allowed in keys. */

export const complianceStatusKeys = {
  overdue: 'overdue',
  'due-soon': 'dueSoon',
  'on-track': 'onTrack',
  pending: 'pending',
  met: 'met',
  late: 'late',
  waived: 'waived',
  claimed: 'claimed',
  'not-required': 'notRequired',
} as const satisfies Record<ComplianceStatus, string>;

export const statusKeys = {
  draft: 'draft',
  'in-review': 'inReview',
  published: 'published',
} as const satisfies Record<Status, string>;

export const outcomeKeys = {
  incident: 'incident',
  'false-alarm': 'falseAlarm',
} as const satisfies Record<Outcome, string>;
