export const merge = {
  merge: {
    menu: 'Merge into another',
    title: 'Merge {{id}} into another postmortem',
    text: 'Use this for duplicates. The other postmortem takes over the incidents, action items and deadline of {{id}}, but not its text. Copy what you need first.',
    into: 'Postmortem to keep',
    intoHelp: 'Search by ID or title',
    confirm: 'Merge',
    loading: 'Loading the preview',
    previewFailed: "Couldn't preview the result: {{message}}",
    after: '{{id}} after merging',
    severity: 'Severity',
    resolved: 'Resolved',
    ongoing: 'Ongoing',
    deadline: 'Deadline',
    gains:
      'Merging improves the compliance status or relaxes the deadline ({{gains}}), so it requires a reason and is listed as an exception.',
    gain: {
      'left-overdue': 'no longer overdue',
      'left-late': 'no longer late',
      'left-rate': 'no longer counted in the rate',
      'later-deadline': 'a later deadline or none',
      'no-longer-required': 'no postmortem required',
      'lower-severity': 'a lower severity',
      excused: 'covered by an existing waiver or extension',
    },
  },
} as const;
