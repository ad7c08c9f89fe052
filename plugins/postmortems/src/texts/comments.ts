/** Comments on a postmortem and its parts. */
export const comments = {
  comments: {
    title: 'Comments',
    close: 'Close comments',
    open_one: 'Comments: {{count}} open',
    open_other: 'Comments: {{count}} open',
    none: 'Comments',
    on: 'Comment on {{part}}',
    openOn_one: '{{count}} open comment on {{part}}',
    openOn_other: '{{count}} open comments on {{part}}',
    part: {
      whole: 'Whole postmortem',
      event: 'Event: {{text}}',
      removed: 'Removed content',
    },
    filter: {
      label: 'Filter comments',
      open: 'Open ({{value}})',
      resolved: 'Resolved ({{value}})',
    },
    empty: {
      open: 'No open comments.',
      resolved: 'No resolved comments.',
      how: 'Comment on the whole postmortem here, or use the comment icon on any section.',
    },
    missing: 'Comment {{id}} no longer exists.',
    add: 'Comment',
    addTo: 'Comment on: {{part}}',
    text: 'Comment (Markdown)',
    textHelp:
      'Mention people by their name in the catalog, such as @grace.hopper.',
    editTitle: 'Edit comment',
    name: 'comment by {{author}}',
    linkTo: 'Link to comment {{id}}',
    edited: 'edited',
    resolve: 'Resolve',
    resolveNamed: 'Resolve: {{name}}',
    reopen: 'Reopen',
    reopenNamed: 'Reopen: {{name}}',
    resolvedBy: 'Resolved by {{person}} {{when}}',
  },
} as const;
