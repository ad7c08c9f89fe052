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

import type { actionItemList as english } from '../actionItemList';
import type { Translated } from '../translated';

export const actionItemList: Translated<typeof english> = {
  actionItemList: {
    title: 'Maßnahmen',
    overdue: 'Überfällig',
    priority: 'Priorität',
    kind: 'Art',
    searchLabel: 'In ID und Titel suchen',
    count_one: '{{count}} Maßnahme',
    count_other: '{{count}} Maßnahmen',
    countCapped: 'Über {{value}} Maßnahmen',
    overdueCount: '{{value}} überfällig',
    openCount: '{{value}} offen',
    allCount: '{{value}} insgesamt',
    select: '{{id}} auswählen',
    selectAll: 'Alle auf dieser Seite auswählen',
    column: {
      title: 'Maßnahme',
      due: 'Fällig',
      owner: 'Verantwortlich',
      status: 'Status',
      priority: 'Priorität',
      severity: 'Schwere',
      postmortem: 'Postmortem',
      kind: 'Art',
      ticket: 'Ticket',
    },
    by: {
      none: 'Keine Gruppen',
      team: 'Team',
      owner: 'Verantwortlich',
      postmortem: 'Postmortem',
      entity: 'Betroffen',
    },
    overlap: {
      team: 'Eine Maßnahme, für die mehrere Teams einstehen, steht bei jedem von ihnen.',
      entity:
        'Eine Maßnahme aus einem Postmortem, das mehrere Entitäten betrifft, steht bei jeder von ihnen.',
    },
    nothingOpenTitle: 'Keine offenen Maßnahmen',
    nothingOpenText:
      'Niemand hat etwas übernommen, das noch nicht erledigt ist. Ideen, die nur vorgeschlagen sind, und was erledigt oder abgelehnt ist, werden nicht gezeigt.',
    showAll: 'Alle zeigen, mit jedem Status',
    noMatchTitle: 'Keine Maßnahme passt',
    noMatchText: 'Es gibt welche, aber keine passt zu allen diesen Filtern.',
    noOpenMatchText:
      'Unter den offenen passt keine zu allen diesen Filtern. Der Status lässt sich oben wählen.',
    noneYetTitle: 'Noch keine Maßnahmen',
    noneYetText:
      'Sie werden auf der Seite eines Postmortems hinzugefügt: was verhindern wird, dass der Incident wieder passiert, oder dafür sorgt, dass er weniger Schaden anrichtet.',
    toPostmortems: 'Zu den Postmortems',
    bulk: {
      label: 'Ausgewählte ändern',
      selected_one: '{{count}} ausgewählt',
      selected_other: '{{count}} ausgewählt',
      owner: 'Verantwortung vergeben',
      due: 'Fälligkeit setzen',
      status: 'Status setzen',
      clear: 'Auswahl aufheben',
      title: {
        owner_one: 'Verantwortung für {{count}} Maßnahme',
        owner_other: 'Verantwortung für {{count}} Maßnahmen',
        due_one: 'Fälligkeit von {{count}} Maßnahme',
        due_other: 'Fälligkeit von {{count}} Maßnahmen',
        declined_one: '{{count}} Maßnahme ablehnen?',
        declined_other: '{{count}} Maßnahmen ablehnen?',
      },
      confirm: {
        owner: 'Verantwortung vergeben',
        due: 'Fälligkeit setzen',
        declined: 'Ablehnen',
      },
      dueReasonHelp:
        'Nötig bei denen, für die die Richtlinie ein früheres Datum vorschlägt.',
      done_one: '{{count}} Maßnahme wurde geändert.',
      done_other: '{{count}} Maßnahmen wurden geändert.',
      refused_one:
        '{{count}} wurde nicht geändert und ist weiterhin ausgewählt:',
      refused_other:
        '{{count}} wurden nicht geändert und sind weiterhin ausgewählt:',
      failed:
        'Die übrigen wurden nicht versucht und sind weiterhin ausgewählt: {{message}}',
    },
  },
  card: {
    all: 'Alle Postmortems',
    overduePostmortems_one: '{{count}} überfälliges Postmortem',
    overduePostmortems_other: '{{count}} überfällige Postmortems',
    overdueActionItems_one: '{{count}} überfällige Maßnahme',
    overdueActionItems_other: '{{count}} überfällige Maßnahmen',
    openActionItems_one: '{{count}} offene Maßnahme',
    openActionItems_other: '{{count}} offene Maßnahmen',
    nothingOpen: 'Nichts überfällig, keine offenen Maßnahmen',
    none: 'Zu keinem Incident, der sie betraf, gibt es bisher ein Postmortem.',
  },
  csv: {
    button: 'CSV',
    label: 'Als CSV herunterladen',
    progress: '{{done}} von {{total}} Zeilen …',
    cancel: 'Abbrechen',
    cut: 'Die Datei enthält nur die ersten {{value}} Zeilen. Enger gefasste Filter liefern die anderen.',
    failed: 'Der Download ist fehlgeschlagen: {{message}}',
  },
};
