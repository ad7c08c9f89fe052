/** Incidents reported by sources, and differences from postmortems. */
export const incidents = {
  unstarted: {
    title_one: '{{count}} incident needs a postmortem',
    title_other: '{{count}} incidents need a postmortem',
    resolved: 'resolved {{time}}',
    ongoing: 'started {{time}}',
    start: 'Start',
    startNamed: 'Start {{id}}',
    map: 'Map',
    mapNamed: 'Map: {{title}}',
    showAll: 'Show all {{value}}',
    show: 'Show',
    hide: 'Hide',
    noSeverity: 'No severity',
    cover: {
      open: 'Link existing postmortem',
      openNamed: 'Link existing postmortem: {{title}}',
      another: 'Link to another postmortem',
      title: 'Link existing postmortem',
      confirm: 'Link',
      incident: '{{source}} {{key}}: {{title}}',
      postmortem: 'Postmortem',
      follows:
        'The deadline is recalculated to cover this incident, too. If other details differ, the postmortem shows the differences for you to resolve.',
      draftGoes:
        'The deadline is recalculated to cover this incident, too. The postmortem replaces the draft {{id}}.',
      failed: "Couldn't search postmortems. Try again.",
    },
    blocked: {
      severity: 'Unmapped severity from {{source}}: {{severities}}',
      services: 'Unmapped services from {{source}}: {{services}}',
      noServices: "{{source}} doesn't name any affected services.",
      failed: "Couldn't create a postmortem, retrying: {{error}}",
      failedUnknown: "Couldn't create a postmortem, retrying.",
    },
  },
  stillOngoing: {
    title: 'Is the incident still ongoing?',
    text: 'Last update: {{time}}. The deadline is set when the incident is resolved.',
    resolvedAt: 'Resolved at',
    resolve: 'Mark as resolved',
    confirm: 'Still ongoing',
  },
  incident: {
    title: 'Incident',
    named: '{{source}} {{key}}',
    mergedInto: 'merged into {{link}}',
    alsoCovers: 'Also covers',
    from: 'From {{source}}',
    edited: 'Edited here',
    reports: '{{source}} reports: {{value}}',
  },
  leftOut: {
    items:
      '{{field}}: {{leftOut}} of {{total}} omitted; the limit is {{limit}}',
    characters:
      '{{field}}: {{leftOut}} of {{total}} characters omitted; the limit is {{limit}}',
    timeline: 'Timeline',
  },
  differences: {
    title_one: '{{source}} reports a different value',
    title_other: '{{source}} reports {{count}} different values',
    text: 'These fields were edited here and then changed in {{source}}. For each field, choose which value to keep.',
    published:
      'Published postmortems are not updated from {{source}}. To use its values, reopen the postmortem first.',
    here: 'In this postmortem',
    since: 'since {{time}}',
    use: "Use {{source}}'s value",
    useNamed: "Use {{source}}'s value: {{field}}",
    keep: "Keep this postmortem's value",
    resolved: 'All differences from {{source}} are resolved.',
    keepNamed: "Keep this postmortem's value: {{field}}",
  },
} as const;
