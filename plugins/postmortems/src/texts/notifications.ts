/** Watching, snoozing and announcing. */
export const notifications = {
  watching: {
    watch: 'Watch',
    watchHint: 'Watch: get notified when the publication is announced',
    watchingHint:
      "Watching: you'll be notified when the publication is announced. Click to stop watching.",
  },
  snooze: {
    action: 'Snooze reminders',
    title: 'Snooze reminders for {{id}}',
    text: "You won't get reminders until this date. If the work is still open then, you'll get one. Other people still get reminders.",
    when: 'Snooze until',
    tomorrow: 'Tomorrow ({{date}})',
    week: 'In a week ({{date}})',
    date: 'Choose a date',
    dateLabel: 'Date',
    dateProblem: 'Choose a date in the future.',
    confirm: 'Snooze',
    note: 'Your reminders are snoozed until {{date}}.',
    resume: 'Resume reminders',
    resumeNamed: 'Resume reminders for {{id}}',
  },
  announce: {
    label: 'Announce publication',
    teams: '{{teams}} and watchers will be notified.',
    watchers: 'Watchers will be notified.',
    restrictedTeams:
      '{{teams}} will be notified, as will watchers with a role in this postmortem, such as reviewer or contributor.',
    restrictedWatchers:
      'Watchers with a role in this postmortem, such as reviewer or contributor, will be notified.',
  },
} as const;
