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

import type { actionItems as english } from '../actionItems';
import type { Translated } from '../translated';

export const actionItems: Translated<typeof english> = {
  actionItem: {
    status: {
      proposed: 'Vorgeschlagen',
      open: 'Offen',
      'in-progress': 'In Arbeit',
      done: 'Erledigt',
      declined: 'Abgelehnt',
    },
    kind: {
      prevent: 'Vorbeugen',
      mitigate: 'Abmildern',
      detect: 'Erkennen',
      repair: 'Reparieren',
      process: 'Zusammenarbeit',
      investigate: 'Untersuchen',
    },
    kindHint: {
      prevent: 'Verhindert, dass es wieder passiert',
      mitigate: 'Sorgt dafür, dass es weniger Schaden anrichtet',
      detect: 'Lässt es früher bemerken',
      repair: 'Repariert, was der Incident beschädigt hat',
      process: 'Verbessert, wie Menschen zusammenarbeiten',
      investigate: 'Klärt, was noch nicht verstanden ist',
    },
    priorityHint: {
      P0: 'P0, am dringendsten',
      P1: 'P1, dringend',
      P2: 'P2, bald',
      P3: 'P3, wenn Zeit ist',
    },
    field: {
      title: 'Maßnahme',
      description: 'Beschreibung',
      kind: 'Art',
      priority: 'Priorität',
      status: 'Status',
      ownerRef: 'Verantwortlich',
      ticket: 'Ticket',
      dueAt: 'Fällig am',
      statusReason: 'Begründung',
      dueReason: 'Begründung für das spätere Datum',
    },
    due: {
      overdue: '{{time}} überfällig',
      in: 'In {{time}} fällig',
      none: 'Kein Datum',
      was: 'Fällig am {{date}}',
      set: 'Datum setzen',
      change: 'Fälligkeit von {{id}} ändern',
      help: 'Bis zum Ende dieses Tages.',
      proposed: 'Die Richtlinie schlägt den {{date}} vor.',
      fromPolicy:
        'Bleibt es leer, gilt das Datum, das die Richtlinie vorschlägt.',
      reasonHelp:
        'Es ist später, als die Richtlinie vorschlägt; der Grund steht dann im Verlauf.',
    },
    owner: {
      name: 'Benennen',
      nameOf: 'Benennen: Verantwortung für {{id}}',
      change: 'Verantwortung für {{id}} ändern',
      help: 'Eine Person oder ein Team.',
    },
    statusOf: 'Status von {{id}}: {{status}}. Ändern',
    statusName: 'Status: {{status}}',
    declined: 'Abgelehnt: {{reason}}',
    step: {
      decline: 'Ablehnen',
      declineTitle: '{{id}} ablehnen?',
      declineText:
        'Sie bleibt mit der Begründung auf der Seite, damit sich niemand fragen muss.',
      commit: 'Zusagen',
      commitTitle: '{{id}} zusagen',
      commitText:
        'Zu einer Zusage gehört, wer es tut und bis zu welchem Datum.',
    },
    changed:
      'Jemand anders hat diese Maßnahme inzwischen geändert. Du siehst jetzt den aktuellen Stand; bitte entscheide neu.',
    notSaved: 'Nicht gespeichert: {{message}}',
    movedInHistory: 'An eine andere Stelle unter den Maßnahmen',
    ticket: {
      in: 'Ticket in {{tracker}}',
      open: 'Offen',
      closed: 'Geschlossen',
      sync: { pending: 'unterwegs', failed: 'nicht synchron' },
      failed: 'Das Ticket ist nicht synchron: {{message}}',
      next: 'nächster Versuch {{time}}',
      retry: 'Jetzt erneut versuchen',
      create: 'Ticket erstellen',
      createIn: 'Ticket in {{tracker}} erstellen',
      link: 'Ticket verknüpfen',
      linkMenu: 'Ticket verknüpfen …',
      unlink: 'Verknüpfung lösen',
      compare: 'Jetzt mit dem Ticket abgleichen',
      linkTitle: 'Ein Ticket mit {{id}} verknüpfen',
      url: 'Adresse des Tickets',
      urlHelp: 'So, wie dein Browser sie zeigt.',
    },
    list: {
      label: 'Maßnahmen von {{id}}',
      add: 'Maßnahme hinzufügen',
      edit: 'Maßnahme bearbeiten',
      empty: 'Es sind keine Maßnahmen erfasst.',
      prompt:
        'Was wird verhindern, dass das wieder passiert, oder dafür sorgen, dass es weniger Schaden anrichtet? Eine Idee ist ein Vorschlag; wenn feststeht, wer sie bis wann umsetzt, wird sie zur Zusage.',
      column: {
        item: 'Maßnahme',
        priority: 'Priorität',
        status: 'Status',
        owner: 'Verantwortlich',
        due: 'Fällig',
        actions: 'Aktionen',
      },
      titleHelp: 'Etwas, das sich tun und überprüfen lässt; eine Zeile.',
      descriptionLabel: 'Beschreibung (optional)',
      commitment: 'Zusagen, mit verantwortlicher Person und Fälligkeit',
      commit: 'Zusagen',
      commitNamed: '{{id}} zusagen',
      menu: 'Weitere Aktionen für {{id}}',
      menuEdit: 'Bearbeiten',
      menuUp: 'Nach oben',
      menuDown: 'Nach unten',
      menuRemove: 'Entfernen',
      removeTitle: '{{id}} entfernen?',
      removeText:
        '„{{title}}“ wird entfernt; im Verlauf bleibt stehen, dass es sie gab. Um dich dagegen zu entscheiden und zu sagen, warum, lehne sie stattdessen ab.',
      move: '{{id}} verschieben: ziehen oder die Pfeiltasten drücken',
      moved: '{{id}} ist jetzt Nummer {{place}} von {{total}}',
      linkTo: 'Link zu {{id}}',
    },
    gate: {
      requirement:
        'Eine zugesagte Maßnahme mit P0 oder P1, oder die Entscheidung, dass keine nötig ist',
      explanation:
        'Vor dem Veröffentlichen muss mindestens eine Maßnahme mit P0 oder P1 zugesagt sein, oder es ist festgehalten, dass keine nötig ist.',
      decide: 'Keine ist nötig',
      dialogTitle: 'Keine Maßnahme mit P0 oder P1 nötig?',
      dialogText:
        'Sag, warum nichts dringend getan werden muss. Es steht dort, wo sonst die Maßnahmen stehen.',
      confirm: 'Festhalten',
      change: 'Ändern',
      takeBack: 'Zurücknehmen',
      none: 'Keine Maßnahmen nötig: {{reason}}',
      noneUrgent: 'Keine Maßnahme mit P0 oder P1 nötig: {{reason}}',
    },
  },
};
