import type { insights as english } from '../insights';
import type { Translated } from '../translated';

export const insights: Translated<typeof english> = {
  insights: {
    title: 'Auswertung',
    asTable: 'Als Tabelle',
    asTableOf: 'Als Tabelle: {{subject}}',
    range: { label: 'Zeitraum', lastMonths: 'Letzte {{value}} Monate' },
    emptyTitle: 'Keine Incidents in diesem Zeitraum',
    emptyText: 'Wähle einen längeren Zeitraum oder lösche die Filter.',
    truncated:
      'Es werden nicht alle Zeilen gezeigt. Grenze die Filter ein, um den Rest zu sehen.',
    beside: {
      claimed_one: '{{count}} nicht bestätigter Import',
      claimed_other: '{{count}} nicht bestätigte Importe',
    },
    column: {
      period: 'Zeitraum',
      total: 'Gesamt',
      postmortem: 'Postmortem',
      postmortems: 'Postmortems',
      duration: 'Dauer',
      medianOrValues: 'Median oder einzelne Werte',
      onTime: 'Fristgerecht',
      median: 'Median',
      p90: '90. Perzentil',
      count: 'n',
      factor: 'Beitragender Faktor',
      actions: 'Aktionen',
      category: 'Kategorie',
      entity: 'Entität',
      incidents: 'Incidents',
      timeInIncident: 'Zeit in Incidents',
      earlier: 'Früherer Incident',
      work: 'P0- und P1-Maßnahmen bis dahin',
      shared: 'Gemeinsame Faktoren',
      falseAlarms: 'Fehlalarme',
      cause: 'Entität oder Quelle',
      severityOrTeam: 'Schweregrad oder Team',
    },
    mark: '{{name}}: {{value}}',
    markOf: '{{name}}, {{series}}: {{value}}',
    incidents: {
      title: 'Incidents',
      count_one: '{{count}} Incident',
      count_other: '{{count}} Incidents',
      none: 'Keine Incidents in diesem Zeitraum',
      fewer: '{{incidents}}, {{difference}} weniger als im Zeitraum davor',
      more: '{{incidents}}, {{difference}} mehr als im Zeitraum davor',
      same: '{{incidents}}, so viele wie im Zeitraum davor',
    },
    measure: {
      label: 'Messgröße',
      detect: 'Zeit bis zur Entdeckung',
      mitigate: 'Zeit bis zur Eindämmung',
      resolve: 'Zeit bis zur Behebung',
      publish: 'Zeit bis zur Veröffentlichung',
    },
    times: {
      fell: 'Die {{measure}} sank im Median von {{before}} auf {{now}}; n\u00a0=\u00a0{{n}}',
      rose: 'Die {{measure}} stieg im Median von {{before}} auf {{now}}; n\u00a0=\u00a0{{n}}',
      same: 'Die {{measure}} blieb im Median bei {{now}}; n\u00a0=\u00a0{{n}}',
      only: '{{measure}} im Median: {{now}}; n\u00a0=\u00a0{{n}}',
      few: '{{measure}}: {{values}}; zu wenige für einen Median',
      none: 'Kein Postmortem hat eine {{measure}}',
      detect: 'Zeit bis zur Entdeckung',
      mitigate: 'Zeit bis zur Eindämmung',
      resolve: 'Zeit bis zur Behebung',
      publish: 'Zeit bis zur Veröffentlichung',
      median: 'Median {{value}}',
      p90: '90. Perzentil {{value}}',
      n: 'n\u00a0=\u00a0{{value}}',
      singles: 'Einzelne Werte, in Zeiträumen mit weniger als 3',
      without_one: '{{count}} Postmortem ohne diese Zeit zählt nicht mit.',
      without_other: '{{count}} Postmortems ohne diese Zeit zählen nicht mit.',
    },
    distribution: {
      title: '{{measure}}: Verteilung',
      finding:
        'Die Hälfte dauerte bis {{median}}, 9 von 10 bis {{p90}}; n\u00a0=\u00a0{{n}}',
      few: 'Zu wenige für eine Verteilung; n\u00a0=\u00a0{{n}}',
      between: '{{from}} bis {{to}}',
    },
    onTime: {
      title: 'Fristeinhaltung',
      finding:
        '{{percent}} der Postmortems waren fristgerecht ({{met}} von {{due}})',
      rose: '{{percent}} der Postmortems waren fristgerecht ({{met}} von {{due}}), zuvor {{before}}',
      fell: '{{percent}} der Postmortems waren fristgerecht ({{met}} von {{due}}), zuvor noch {{before}}',
      none: 'In diesem Zeitraum waren keine Postmortems fällig',
      note: 'Eine Lücke bedeutet, dass nichts fällig war.',
    },
    factors: {
      title: 'Was immer wiederkommt',
      finding_one: '„{{title}}“ kommt in {{count}} Postmortem vor',
      finding_other: '„{{title}}“ kommt in {{count}} Postmortems vor',
      none: 'Kein beitragender Faktor kommt in zwei oder mehr Postmortems vor',
      actionsOf: 'Aktionen für „{{title}}“',
      merge: 'Zusammenführen mit …',
      mergeTitle: '„{{title}}“ mit einem anderen Faktor zusammenführen',
      mergeInto: 'Zusammenführen mit',
      mergeIntoHelp:
        'Wähle einen beitragenden Faktor oder gib einen neuen Titel ein.',
      mergeConfirm: 'Zusammenführen',
      mergeChanges_one:
        'Benennt den Faktor in {{count}} Postmortem um und vermerkt das im Verlauf.',
      mergeChanges_other:
        'Benennt den Faktor in {{count}} Postmortems um und vermerkt das im Verlauf.',
      mergeNote:
        'Eingeschränkte Postmortems, die du nicht siehst, ändern sich auch. Veröffentlichungen, Freigaben und Fristen bleiben, wie sie sind.',
    },
    categories: {
      title: 'Kategorien',
      finding_one: '{{name}} ist die häufigste Kategorie: {{count}} Postmortem',
      finding_other:
        '{{name}} ist die häufigste Kategorie: {{count}} Postmortems',
      none: 'Keine Kategorie kommt in zwei oder mehr Postmortems vor',
    },
    repeats: {
      title: 'Wiederholte Incidents',
      finding_one:
        '{{count}} Entität hatte zwei oder mehr Incidents und war {{time}} in Incidents',
      finding_other:
        '{{count}} Entitäten hatten zwei oder mehr Incidents; die am stärksten betroffene war {{time}} in Incidents',
      none: 'Keine Entität hatte zwei oder mehr Incidents',
    },
    struckAgain: {
      title: 'Erneut aufgetreten',
      finding_one:
        '{{count}} Incident trat erneut auf, davon {{before}} vor Abschluss der P0- und P1-Maßnahmen des früheren Incidents',
      finding_other:
        'Incidents traten {{count}}-mal erneut auf, davon {{before}}-mal vor Abschluss der P0- und P1-Maßnahmen des früheren Incidents',
      none: 'Kein Incident trat erneut auf',
      work: {
        open: 'nicht erledigt',
        done: 'erledigt',
        none: 'keine zugesagt',
      },
      note: 'Innerhalb von 365 Tagen nach einem früheren Incident, mit gemeinsamer Entität und gemeinsamem Faktor.',
      searched: 'Nur die neuesten {{value}} Postmortems wurden verglichen.',
    },
    actionItems: {
      title: 'Maßnahmen',
      finding: '{{opened}} zugesagt, {{done}} erledigt',
      kept: '{{percent}} der Maßnahmen wurden fristgerecht erledigt ({{kept}} von {{due}}); {{opened}} zugesagt, {{done}} erledigt',
      none: 'In diesem Zeitraum wurden keine Maßnahmen zugesagt oder abgeschlossen',
      opened: 'Zugesagt',
      done: 'Erledigt',
      declined: 'Abgelehnt',
      age_one:
        '{{count}} Maßnahme ist offen. Alter: Median {{median}}, 90. Perzentil {{p90}}, älteste {{oldest}}',
      age_other:
        '{{count}} Maßnahmen sind offen. Alter: Median {{median}}, 90. Perzentil {{p90}}, älteste {{oldest}}',
      ages_one: '{{count}} Maßnahme ist offen. Alter: {{ages}}',
      ages_other: '{{count}} Maßnahmen sind offen. Alter: {{ages}}',
      count_one: '{{count}} Maßnahme',
      count_other: '{{count}} Maßnahmen',
    },
    falseAlarms: {
      title: 'Fehlalarme',
      finding:
        '{{percent}} der Incidents waren Fehlalarme ({{part}} von {{total}})',
      none: 'Kein Incident war ein Fehlalarm',
      manual: 'Manuell begonnen',
    },
    uncovered: {
      title: 'Ohne Postmortem',
      finding_one: '{{count}} Incident braucht ein Postmortem und hat keines',
      finding_other:
        '{{count}} Incidents brauchen ein Postmortem und haben keines',
      noSeverity: 'Kein Schweregrad',
      none: 'Jeder Incident, der ein Postmortem braucht, hat eines',
    },
  },
};
