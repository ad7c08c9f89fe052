/** Atom feeds. */
export const feeds = {
  feeds: {
    open: 'Subscribe',
    title: 'Subscribe to postmortems',
    text: 'A feed shows newly published postmortems in a feed reader or chat tool. Restricted postmortems are left out.',
    scope: 'Postmortems',
    scopeHelp:
      'To subscribe to a team or an entity, filter the list by it first.',
    all: 'All postmortems',
    team: 'Postmortems of {{name}}',
    entity: 'Postmortems that affect {{name}}',
    create: 'Create feed',
    createFailed: 'The feed was not created: {{message}}',
    secret:
      'Copy the address now. It is not shown again. Anyone who has it can read the feed until you revoke it.',
    address: 'Feed address',
    copy: 'Copy address',
    copied: 'Copied',
    copyFailed: 'The address was not copied: {{message}}',
    own: 'Your feeds',
    created: 'Created {{when}}',
    revoke: 'Revoke',
    revokeOf: 'Revoke: {{what}}',
    revokeFailed: 'The feed was not revoked: {{message}}',
    close: 'Close',
  },
} as const;
