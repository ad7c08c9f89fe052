import type { ownership as english } from '../ownership';
import type { Translated } from '../translated';

export const ownership: Translated<typeof english> = {
  visibility: {
    internal: 'Intern',
    restricted: 'Eingeschränkt',
    restrictedHint:
      'Sichtbar nur für die verantwortliche Person, Incident Commander, Mitwirkende, Reviewer, zuständige Teams und Personen mit Zugriff auf eingeschränkte Postmortems.',
  },
  ownerSuggestion: {
    list: 'Vorschläge für die Verantwortung',
    choose: '{{person}} als verantwortlich auswählen',
    assign: '{{person}} zuweisen',
    handedOver: '{{by}} schlägt {{person}} vor: {{reason}}',
    reason: {
      suggested: 'von der vorher verantwortlichen Person vorgeschlagen',
      investigated: 'hat die Untersuchung geleitet',
      responded: 'war an der Reaktion beteiligt',
      triggered: 'war Incident Commander',
      'owns-entity': 'besitzt diesen Service',
      'owned-before_one':
        'war schon für {{count}} Postmortem zu diesem Service verantwortlich',
      'owned-before_other':
        'war schon für {{count}} Postmortems zu diesem Service verantwortlich',
    },
  },
  handover: {
    action: 'Abgeben',
    title: '{{id}} abgeben',
    text: 'Du bist dann nicht mehr verantwortlich. Der Incident Commander oder, wenn es keinen gibt, die zuständigen Teams werden sofort benachrichtigt und vergeben die Verantwortung neu.',
    suggested: 'Vorschlag für die Nachfolge (optional)',
    suggestedName: 'Vorschlag für die Nachfolge',
    suggestedHelp:
      'Wähle jemanden, der dieses Postmortem noch nicht abgegeben hat. Verantwortlich wird die Person erst, wenn jemand sie zuweist.',
    reasonHelp:
      'Eine Zeile, sichtbar für alle, die die Verantwortung neu vergeben.',
  },
};
