/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { lists as english } from '../lists';
import type { Translated } from '../translated';

export const lists: Translated<typeof english> = {
  filters: {
    label: 'Filter',
    severity: 'Schweregrad',
    status: 'Status',
    compliance: 'Frist',
    outcome: 'Ausgang',
    team: 'Team',
    subTeams: 'Mit Unterteams',
    andSubTeams: '(mit Unterteams)',
    entity: 'Betroffen',
    owner: 'Verantwortlich',
    labels: 'Label',
    begun: 'Begonnen',
    notBegun: 'Nicht begonnen',
    date: 'Datum',
    dateHint: 'Wann der Incident begann; Tage in UTC',
    from: 'Von',
    to: 'Bis',
    since: 'seit {{day}}',
    until: 'bis {{day}}',
    lastDays: 'Letzte {{value}} Tage',
    due: 'Fällig',
    dueUntil: 'Fällig bis',
    dueHint: 'Alles, was bis zum Ende dieses Tages fällig ist; Tage in UTC',
    nextDays: 'Nächste {{value}} Tage',
    search: 'Suchen',
    searchLabel: 'In ID, Titel, Zusammenfassung und Labels suchen',
    find: 'Tippen, um mehr zu finden',
    findIn: 'In {{label}} suchen',
    nothingFound: 'Der Katalog enthält nichts mit diesem Namen',
    catalogError:
      'Der Katalog hat nicht geantwortet; tippe weiter, um es erneut zu versuchen',
    more_one: '{{count}} weiteres Ergebnis; tippen, um es zu finden',
    more_other: '{{count}} weitere Ergebnisse; tippen, um sie zu finden',
    clear: 'Filter zurücksetzen',
    clearOne: 'Leeren',
  },
  list: {
    title: 'Postmortems',
    count_one: '{{count}} Postmortem',
    count_other: '{{count}} Postmortems',
    countCapped: 'Über {{value}} Postmortems',
    previous: 'Zurück',
    next: 'Weiter',
    pages: 'Seiten der Liste',
    noMatchTitle: 'Kein Postmortem passt',
    noMatchText: 'Es gibt welche, aber keines passt zu allen diesen Filtern.',
    column: {
      title: 'Postmortem',
      severity: 'Schweregrad',
      compliance: 'Frist',
      status: 'Status',
      owner: 'Verantwortlich',
      entities: 'Betroffen',
      teams: 'Team',
      started: 'Incident',
    },
    notResolved: 'nicht behoben',
  },
  firstVisit: {
    title: 'Noch keine Postmortems',
    text: 'Ein Postmortem erzählt, was bei einem Incident passiert ist, was verhindern wird, dass es wieder passiert, und wie gut die Reaktion funktioniert hat, damit alle daraus lernen.',
  },
  policy: {
    within: '{{severity}} innerhalb von {{time}}',
    sentence: 'Fällig ist eines für {{rules}}.',
    none: 'Die Richtlinie verlangt derzeit keines.',
    hours_one: '{{count}} Stunde',
    hours_other: '{{count}} Stunden',
    calendarDays_one: '{{count}} Tag',
    calendarDays_other: '{{count}} Tagen',
    businessDays_one: '{{count}} Werktag',
    businessDays_other: '{{count}} Werktagen',
  },
  start: {
    button: 'Postmortem beginnen',
    forbidden: 'Dir fehlt die Berechtigung, Postmortems zu beginnen',
  },
  figures: {
    percent: '{{percent}} %',
    fraction: '({{met}} von {{due}})',
    onTime: 'fristgerecht ({{met}} von {{due}})',
    nothingDue: 'keine Postmortems fällig',
    overdue_one: 'überfälliges Postmortem',
    overdue_other: 'überfällige Postmortems',
    openActionItems_one: 'offene Maßnahme',
    openActionItems_other: 'offene Maßnahmen',
    overdueActionItems_one: 'überfällige Maßnahme',
    overdueActionItems_other: 'überfällige Maßnahmen',
    lastIncident: 'letzter Incident',
    error: 'Die Zahlen konnten nicht geladen werden.',
  },
  compliance: {
    title: 'Fristeinhaltung',
    groupBy: 'Gruppieren nach',
    by: {
      team: 'Team',
      severity: 'Schweregrad',
      quarter: 'Quartal',
      month: 'Monat',
      entity: 'Betroffen',
    },
    onTime: 'Fristgerecht',
    all: 'Alle',
    overall: 'Insgesamt',
    noTeam: 'Kein Team',
    median: 'Median bis zur Veröffentlichung',
    medianHint:
      'Von der Behebung des Incidents bis zur ersten Veröffentlichung; die Hälfte war schneller',
    overlap: {
      team: 'Ein Postmortem, für das mehrere Teams zuständig sind, zählt bei jedem von ihnen und insgesamt einmal.',
      entity:
        'Ein Postmortem, das mehrere Entitäten betrifft, zählt bei jeder von ihnen und insgesamt einmal.',
    },
    truncated:
      'Es gibt mehr Gruppen, als hier gezeigt werden können; enger gefasste Filter zeigen den Rest.',
    emptyTitle: 'Nichts zu zählen',
    emptyText: 'Kein Incident mit einem Postmortem fällt in diese Auswahl.',
  },
};
