/** Deleting, restoring and redacting. */
export const deletion = {
  delete: {
    title: 'Delete {{id}}?',
    owed: 'The incident still needs a postmortem. An empty draft with the same deadline will replace {{id}}.',
    notOwed:
      'No postmortem is required for this incident, so no draft replaces it.',
    undo: 'You can restore {{id}} from "Recently deleted".',
    action: 'Delete',
  },
  deleted: {
    title: 'Recently deleted',
    description:
      'You can restore deleted postmortems until their text is purged.',
    menu: 'More actions',
    open: 'Recently deleted',
    back: 'Back to all postmortems',
    empty: 'No deleted postmortems',
    emptyText: 'Deleted postmortems that you can restore appear here.',
    postmortem: 'Postmortem',
    severity: 'Severity',
    when: 'Deleted',
    by: 'by {{actor}}',
    successor: 'Replaced by',
    until: 'Restore until',
    action: 'Action',
    restore: 'Restore',
    restoreNamed: 'Restore {{id}}',
    purged: 'Text purged',
    forbiddenTitle: "You don't have access",
    forbiddenText:
      'This page requires the permission postmortem.delete. Ask a portal administrator for access.',
    notice: '{{id}} was deleted.',
    noticeReplaced: '{{id}} was deleted and replaced by {{successor}}.',
  },
  redact: {
    menu: 'Redact',
    title: 'Redact text in {{id}}',
    text: 'Removes a leaked secret or personal data from all sections, action items, comments, the history and data from incident sources. This cannot be undone. The history shows your reason but never the text.',
    field: 'Text to remove',
    fieldHelp: 'At least 4 characters, not case-sensitive',
    action: 'Redact',
    done_one: 'Redacted {{count}} occurrence.',
    done_other: 'Redacted {{count}} occurrences.',
  },
} as const;
