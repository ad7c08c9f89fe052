/** Reviews and reviewers. Decisions are keyed by their API name. */
export const review = {
  review: {
    label: 'Review',
    approvals_one: '{{approvals}} of {{count}} approval',
    approvals_other: '{{approvals}} of {{count}} approvals',
    noneNeeded: 'No approval required',
    none: 'No reviewers yet.',
    add: 'Add reviewers',
    edit: 'Edit reviewers',
    reviewers: 'Reviewers',
    reviewersTitle: 'Reviewers for {{id}}',
    reviewersHelp_one:
      "People or groups; any member can review for a group. Publishing requires {{count}} approval from someone who isn't the owner and didn't write most of the text.",
    reviewersHelp_other:
      "People or groups; any member can review for a group. Publishing requires {{count}} approvals from people who aren't the owner and didn't write most of the text.",
    reviewersHelpNoneNeeded:
      'People or groups; any member can review for a group. Publishing requires no approval.',
    notifiedNow: 'New reviewers are notified right away.',
    notifiedLater:
      'Reviewers are notified when the postmortem is sent for review.',
    pending: 'pending',
    pendingGroup: 'pending, any member can review',
    staleApproval: "doesn't count: text has changed since",
    stale: 'text has changed since',
    doesNotCount: {
      owner: "doesn't count: is the owner",
      'was-owner':
        "doesn't count: previous owner who acknowledged or edited it",
      author: "doesn't count: wrote most of the text",
    },
    yoursDoesNotCount: {
      owner: "Your approval won't count because you're the owner.",
      'was-owner':
        "Your approval won't count because you acknowledged or edited this as a previous owner.",
      author: "Your approval won't count because you wrote most of the text.",
    },
    blocks: 'Blocks publishing until this reviewer approves.',
    dismissed: 'Dismissed by {{person}} {{time}}: {{reason}}',
    lapsed: {
      removed: 'No longer blocks publishing: the reviewer was removed.',
      left: 'No longer blocks publishing: the reviewer is no longer in the catalog.',
    },
    dismiss: {
      action: 'Dismiss',
      title: 'Dismiss this request for changes?',
      text: '{{person}} requested changes. If you dismiss the request, it no longer blocks publishing. The dismissal is shown in the history and listed as an exception.',
    },
    requested: {
      title: 'Your review is requested',
      text: 'Read the postmortem, then approve it or request changes.',
      approve:
        'The text changed after you approved it. Read it again, then approve it or request changes.',
      'request-changes':
        'The postmortem was sent for review again after you requested changes. Read it, then approve it or request changes.',
    },
    changesRequested: 'Changes requested',
    sendAgain: 'Send for review again',
    changedSinceRead:
      'The text changed after you opened this page. Read the current version before you approve it. The history at the end of the page shows the changes.',
    changedMaybeDone:
      'The text changed after you opened this page, so your request may already be addressed.',
    readCurrent: 'Read current version',
    approve: {
      action: 'Approve',
      title: 'Approve {{id}}?',
      text: "You're approving this version. Edits reset approvals.",
      comment: 'Comment (optional)',
      done: '{{person}} approved',
      thanks: 'You approved this postmortem.',
    },
    'request-changes': {
      action: 'Request changes',
      title: 'Request changes to {{id}}',
      text: 'The postmortem goes back to draft, and the owner receives your comment.',
      comment: 'Changes needed',
      done: '{{person}} requested changes',
      thanks: 'You requested changes.',
      thanksText:
        'The postmortem is a draft again, and the owner has been notified.',
    },
  },
} as const;
