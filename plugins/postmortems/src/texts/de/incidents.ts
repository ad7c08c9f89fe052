import type { incidents as english } from '../incidents';
import type { Translated } from '../translated';

export const incidents: Translated<typeof english> = {
  unstarted: {
    title_one: '{{count}} Incident braucht ein Postmortem',
    title_other: '{{count}} Incidents brauchen ein Postmortem',
    resolved: 'behoben {{time}}',
    ongoing: 'begonnen {{time}}',
    start: 'Beginnen',
    startNamed: '{{id}} beginnen',
    map: 'Zuordnen',
    mapNamed: 'Zuordnen: {{title}}',
    showAll: 'Alle {{value}} anzeigen',
    show: 'Einblenden',
    hide: 'Ausblenden',
    noSeverity: 'Kein Schweregrad',
    cover: {
      open: 'Vorhandenes Postmortem verknüpfen',
      openNamed: 'Vorhandenes Postmortem verknüpfen: {{title}}',
      another: 'Mit anderem Postmortem verknüpfen',
      title: 'Vorhandenes Postmortem verknüpfen',
      confirm: 'Verknüpfen',
      incident: '{{source}} {{key}}: {{title}}',
      postmortem: 'Postmortem',
      follows:
        'Das Postmortem übernimmt die Frist des Incidents. Andere Unterschiede werden im Postmortem angezeigt, damit du sie klären kannst.',
      draftGoes:
        'Das Postmortem übernimmt die Frist des Incidents und ersetzt den Entwurf {{id}}.',
      failed: 'Postmortems konnten nicht durchsucht werden. Versuch es erneut.',
    },
    blocked: {
      severity: 'Nicht zugeordneter Schweregrad aus {{source}}: {{severities}}',
      services: 'Nicht zugeordnete Services aus {{source}}: {{services}}',
      noServices: '{{source}} nennt keine betroffenen Services.',
      failed:
        'Das Postmortem konnte nicht angelegt werden, neuer Versuch folgt: {{error}}',
      failedUnknown:
        'Das Postmortem konnte nicht angelegt werden, neuer Versuch folgt.',
    },
  },
  stillOngoing: {
    title: 'Dauert der Vorfall noch an?',
    text: 'Letzte Aktualisierung: {{time}}. Die Frist steht fest, sobald der Vorfall behoben ist.',
    resolvedAt: 'Behoben',
    resolve: 'Als behoben markieren',
    confirm: 'Dauert noch an',
  },
  incident: {
    title: 'Incident',
    named: '{{source}} {{key}}',
    mergedInto: 'zusammengeführt mit {{link}}',
    alsoCovers: 'Umfasst auch',
    from: 'Aus {{source}}',
    edited: 'Hier geändert',
    reports: '{{source}} meldet: {{value}}',
  },
  leftOut: {
    items:
      '{{field}}: {{leftOut}} von {{total}} wurden weggelassen; die Obergrenze ist {{limit}}',
    characters:
      '{{field}}: {{leftOut}} von {{total}} Zeichen wurden weggelassen; die Obergrenze ist {{limit}}',
    timeline: 'Zeitleiste',
  },
  differences: {
    title_one: '{{source}} meldet einen anderen Wert',
    title_other: '{{source}} meldet {{count}} andere Werte',
    text: 'Diese Felder wurden hier bearbeitet und danach in {{source}} geändert. Wähle für jedes Feld, welcher Wert gilt.',
    published:
      'Veröffentlichte Postmortems werden nicht aus {{source}} aktualisiert. Um die Werte zu übernehmen, öffne das Postmortem zuerst wieder.',
    here: 'In diesem Postmortem',
    since: 'seit {{time}}',
    use: 'Wert aus {{source}} übernehmen',
    useNamed: 'Wert aus {{source}} übernehmen: {{field}}',
    keep: 'Wert dieses Postmortems behalten',
    resolved: 'Alle Unterschiede zu {{source}} sind geklärt.',
    keepNamed: 'Wert dieses Postmortems behalten: {{field}}',
  },
};
