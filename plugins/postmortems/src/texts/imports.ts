/** Imported postmortems: their claims and confirmation. */
export const imports = {
  imported: {
    title: 'Unconfirmed import',
    bySystem: 'Imported {{time}}.',
    fromSystem: 'Imported from {{source}} {{time}}.',
    by: 'Imported by {{actor}} {{time}}.',
    from: 'Imported from {{source}} by {{actor}} {{time}}.',
    confirmed: 'Confirmed by {{person}} {{time}}.',
    text: 'The import makes the following claims. The postmortem is excluded from on-time rates until someone independent confirms them.',
    claim: {
      publication: 'Published on {{date}}',
      waiver: 'Waived by {{approver}}: {{reason}}',
      waiverUntil: 'Waived until {{date}} by {{approver}}: {{reason}}',
      extension: 'Extended to {{date}} by {{approver}}: {{reason}}',
      acknowledgement: 'Acknowledged by {{owner}} on {{date}}',
      meeting: 'Review meeting held on {{date}}',
    },
    owner: '(acknowledged, according to the import)',
    action: 'Confirm',
    dialogTitle: 'Confirm import of {{id}}',
    dialogText:
      "You confirm that the import's claims are true. Your name is shown in the history and in the list of exceptions.",
    reason: 'How you verified it (optional)',
    needsOther: {
      importer:
        'You imported this postmortem, so someone else has to confirm the import.',
      owner: "You're the owner, so someone else has to confirm the import.",
      'was-owner':
        'You acknowledged or edited this postmortem as its owner, so someone else has to confirm the import.',
      author:
        'You wrote most of the text, so someone else has to confirm the import.',
      service: 'Only a person can confirm the import.',
      permission:
        "You don't have permission to confirm the import. Ask someone independent who can publish this postmortem. If the import claims a waiver or an extension, they must also be able to grant that.",
    },
    bulk: {
      label: 'Confirm selected imports',
      select: 'Select {{id}}',
      selectAll: 'Select all on this page',
      selected_one: '{{count}} selected',
      selected_other: '{{count}} selected',
      action: 'Confirm selected',
      clear: 'Clear selection',
      title_one: 'Confirm {{count}} import',
      title_other: 'Confirm {{count}} imports',
      done_one: '{{count}} import confirmed.',
      done_other: '{{count}} imports confirmed.',
      refused_one: "{{count}} couldn't be confirmed and is still selected:",
      refused_other: "{{count}} couldn't be confirmed and are still selected:",
      failed:
        "Couldn't confirm the remaining imports, which are still selected: {{message}}",
    },
  },
} as const;
