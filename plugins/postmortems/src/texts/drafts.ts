/** Unsaved text, and notes on access to restricted postmortems. */
export const drafts = {
  drafts: {
    title: 'You have unsaved text',
    where: 'It is stored only in this browser.',
    of: '{{title}}, written {{ago}}',
    copy: 'Copy',
    copied: 'Copied',
    copyNamed: 'Copy your text: {{title}}',
    discard: 'Discard',
    discardNamed: 'Discard your text: {{title}}',
    textNamed: 'Your text: {{title}}',
    restored: 'You wrote this {{ago}} but never saved it.',
    startOver: 'Discard',
    part: {
      comment: 'Comment on {{part}}',
      editedComment: 'Edited comment',
      review: 'Your review',
      status: 'Reason for the status change',
      handover: 'Reason for the handover',
      'no-action-items': 'Reason why no action items are needed',
      decline: 'Reason for declining an action item',
      create: 'New postmortem',
      other: 'Other text',
    },
  },
  gone: {
    title: 'This postmortem is no longer available to you',
    text: 'It was deleted, or you no longer have access to it.',
    unsaved:
      'Your unsaved text is still in this browser. Copy what you need, then discard it.',
  },
  access: {
    access: {
      user: 'This gives {{name}} access to this restricted postmortem.',
      group:
        'This gives members of {{name}} access to this restricted postmortem.',
    },
    accessOf: {
      user: 'This gives {{name}} access to the restricted postmortem {{id}}.',
      group:
        'This gives members of {{name}} access to the restricted postmortem {{id}}.',
    },
    none: {
      user: "{{name}} can't see this restricted postmortem. Add them as a contributor to give them access.",
      group:
        'Some members of {{name}} might not be able to see this restricted postmortem. Add them as contributors to give them access.',
    },
    noneOf: {
      user: "{{name}} can't see the restricted postmortem {{id}}. Add them as a contributor to give them access.",
      group:
        'Some members of {{name}} might not be able to see the restricted postmortem {{id}}. Add them as contributors to give them access.',
    },
    team: 'Saving makes {{name}} an owning team and gives its members access to this restricted postmortem.',
  },
} as const;
