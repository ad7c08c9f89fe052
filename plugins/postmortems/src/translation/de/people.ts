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

import type { people as english } from '../people';
import type { Translated } from '../translated';

export const people: Translated<typeof english> = {
  work: {
    all: 'Alle {{value}}',
    error: 'Das konnte nicht geladen werden: {{message}}',
    extend: 'Die Frist von {{id}} verlängern',
    owner: {
      name: 'Benennen',
      nameOf: 'Benennen: Verantwortung für {{id}}',
      change: 'Verantwortung für {{id}} ändern',
    },
  },
  team: {
    subTeamsSwitch: 'Mit Unterteams',
    overduePostmortems: 'Überfällige Postmortems',
    overdueActionItems: 'Überfällige Maßnahmen',
    noOverduePostmortems: 'Kein Postmortem ist überfällig.',
    noOverdueActionItems: 'Keine Maßnahme ist überfällig.',
    next: 'Als Nächstes: {{link}}, fällig {{due}}.',
    noNextPostmortem: 'Es läuft auch keine Frist.',
    noNextActionItem: 'Es ist auch keine offen.',
    soonPostmortems: 'Innerhalb von 7 Tagen fällige Postmortems',
    soonActionItems: 'Innerhalb von 7 Tagen fällige Maßnahmen',
    noSoonPostmortems: 'In den nächsten 7 Tagen ist kein Postmortem fällig.',
    noSoonActionItems: 'In den nächsten 7 Tagen ist keine Maßnahme fällig.',
    compliance: 'Eingehaltene Fristen',
    onTime: 'fristgerecht in {{when}} ({{met}} von {{due}})',
    nothingDue: 'keine Postmortems fällig in {{when}}',
    soFar: '{{quarter}} bisher',
    trend: {
      better:
        '{{value}} Punkte mehr als in {{quarter}}: {{percent}} % ({{met}} von {{due}})',
      worse:
        '{{value}} Punkte weniger als in {{quarter}}: {{percent}} % ({{met}} von {{due}})',
      same: 'Wie in {{quarter}}: {{percent}} % ({{met}} von {{due}})',
      before: '{{percent}} % ({{met}} von {{due}}) in {{quarter}}',
      nothingBefore: 'In {{quarter}} waren keine Postmortems fällig',
    },
    subTeams: 'Team für Team',
    team: 'Team',
    itself: '(selbst)',
    openActionItems: 'Offene Maßnahmen',
    openRow: 'Was bei {{team}} überfällig ist',
    noTeams: 'Keines dieser Teams hat ein Postmortem oder eine Maßnahme.',
    allTeams: 'Alle {{value}} Teams zeigen',
    all: 'Alle Postmortems',
  },
  person: {
    own: 'Zu tun für {{person}}',
    postmortems: 'Zu schreibende Postmortems',
    actionItems: 'Maßnahmen',
    noPostmortems: 'Kein Postmortem wartet darauf, geschrieben zu werden.',
    noActionItems: 'Keine Maßnahme ist offen.',
    teams: 'Für die Teams {{teams}}',
    teamActionItems: 'Maßnahmen, für die ein Team verantwortlich ist',
    noTeamPostmortems:
      'Kein Postmortem dieser Teams wartet darauf, geschrieben zu werden.',
    noTeamActionItems:
      'Keine Maßnahme, für die eines dieser Teams verantwortlich ist, ist offen.',
  },
  home: {
    label: 'Meine Postmortems und Maßnahmen, nach Fälligkeit',
    none: 'Kein Postmortem und keine Maßnahme wartet auf dich.',
    noUser:
      'Zu deinem Konto gibt es keine Person im Katalog, darum kann dir nichts zugewiesen werden.',
    done: '{{id}} als erledigt markieren',
    all: 'Alles, was meins ist',
  },
};
