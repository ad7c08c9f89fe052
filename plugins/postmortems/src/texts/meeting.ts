/** The review meeting. */
export const meeting = {
  meeting: {
    none: 'No review meeting scheduled.',
    noTime: 'No time set.',
    policy:
      'The policy requires a review meeting before the postmortem counts as complete.',
    held: 'Held {{time}}',
    join: 'Join meeting',
    with: 'With {{people}}',
    schedule: 'Schedule meeting',
    edit: 'Edit meeting',
    markHeld: 'Mark as held',
    correct: 'Fix meeting time',
    cancel: 'Cancel meeting',
    cancelTitle: 'Cancel the review meeting?',
    cancelText:
      'The meeting is removed from the postmortem and attendees are notified. Calendar entries have to be deleted manually.',
    planTitle: 'Review meeting for {{id}}',
    scheduledFor: 'Date and time',
    durationMinutes: 'Duration (minutes)',
    url: 'Meeting link (optional)',
    attendees: 'Attendees',
    heldTitle: 'When was the review meeting held?',
    heldText: 'The postmortem counts as complete from this time on.',
    heldHelp: 'Clear this field if the meeting was not held. {{zone}}',
    /**
     * Keyed by what the policy requires by the deadline, and by whether the deadline has passed.
     */
    afterDeadline: {
      published: {
        ahead:
          'This is after the deadline on {{date}}. Choose an earlier time, or publish before the deadline.',
        passed:
          'The deadline was {{date}}. You can publish before the meeting.',
      },
      held: {
        ahead:
          'This is after the deadline on {{date}}, and the policy requires the meeting before then. Choose an earlier time, or ask for an extension.',
        passed:
          'The policy required the meeting by {{date}}. Hold it as soon as possible, or ask for an extension.',
      },
    },
    addToCalendar: 'Add to calendar',
    calendarFailed: "Couldn't load the calendar entry: {{message}}",
    agenda: 'Agenda',
    agendaEmpty: 'No open questions.',
    agendaFailed: "Couldn't load the agenda: {{message}}",
    missing: 'Not done yet: {{what}}',
    decide: 'Decide on {{item}}',
    answer: '{{comment}}: {{text}}',
    commentOf: '{{person}} on {{part}}',
  },
} as const;
