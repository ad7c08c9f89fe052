/** Texts used by several screens. */
export const shared = {
  page: { title: 'Postmortems', new: 'New', notFound: 'Page not found' },
  undo: { action: 'Undo', failed: "Couldn't undo the change" },
  link: { newWindow: ', Opens in a new window' },
  status: {
    draft: 'Draft',
    inReview: 'In review',
    published: 'Published',
  },
  outcome: {
    incident: 'Incident',
    falseAlarm: 'False alarm',
  },
  complianceStatus: {
    overdue: 'Overdue',
    dueSoon: 'Due soon',
    onTrack: 'On track',
    pending: 'Pending',
    met: 'Met',
    late: 'Late',
    waived: 'Waived',
    claimed: 'Unconfirmed',
    notRequired: 'Not required',
  },
  /** Statuses with their time, if they have one. */
  complianceTime: {
    overdue: 'Overdue {{time}}',
    dueSoon: 'Due in {{time}}',
    onTrack: 'Due in {{time}}',
    late: 'Late by {{time}}',
    pending: 'Pending',
    met: 'Met',
    waived: 'Waived',
    claimed: 'Unconfirmed',
    notRequired: 'Not required',
  },
  severity: {
    loweredTo: 'lowered to',
    loweredHint:
      'The severity was lowered to {{final}}. The deadline still follows {{governing}}, the highest severity that the incident reached.',
  },
  time: {
    minute: '{{value}} min',
    hour: '{{value}} h',
    day: '{{value}} d',
    month: '{{value}} mo',
    year: '{{value}} y',
    underAMinute: 'less than 1 min',
    now: 'just now',
    ago: '{{amount}} ago',
    in: 'in {{amount}}',
  },
  entities: { more: '+{{value}}', gone: '(no longer in the catalog)' },
  owner: {
    none: 'No owner',
    acknowledged: 'Acknowledged by the owner',
    waiting: '(not acknowledged yet)',
  },
  state: {
    errorTitle: "Couldn't load this content",
    retry: 'Try again',
    forbiddenTitle: "You don't have access",
    forbiddenText:
      "You don't have permission to read postmortems. Ask a portal administrator for access.",
    notFoundTitle: 'Not found',
    notFoundText: "It doesn't exist or was deleted.",
  },
} as const;
