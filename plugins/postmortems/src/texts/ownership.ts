/** Visibility, suggested owners and handover. */
export const ownership = {
  visibility: {
    internal: 'Internal',
    restricted: 'Restricted',
    restrictedHint:
      'Visible only to the owner, incident commander, contributors, reviewers, owning teams and people with access to restricted postmortems.',
  },
  ownerSuggestion: {
    list: 'Suggested owners',
    choose: 'Choose {{person}} as owner',
    assign: 'Assign {{person}}',
    handedOver: '{{by}} suggests {{person}}: {{reason}}',
    reason: {
      suggested: 'suggested by the previous owner',
      investigated: 'led the investigation',
      responded: 'was a responder',
      triggered: 'was incident commander',
      'owns-entity': 'owns this service',
      'owned-before_one': 'owned {{count}} postmortem for this service',
      'owned-before_other': 'owned {{count}} postmortems for this service',
    },
  },
  handover: {
    action: 'Hand over',
    title: 'Hand over {{id}}',
    text: 'You will no longer be the owner. The incident commander, or the owning teams if there is no commander, is notified right away and assigns a new owner.',
    suggested: 'Suggested owner (optional)',
    suggestedName: 'Suggested owner',
    suggestedHelp:
      "Choose someone who hasn't handed this postmortem over before. They become the owner only when someone assigns them.",
    reasonHelp: 'One line, shown to the people who assign the new owner.',
  },
} as const;
