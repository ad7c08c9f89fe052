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

import type { meeting as english } from '../meeting';
import type { Translated } from '../translated';

export const meeting: Translated<typeof english> = {
  meeting: {
    none: 'Kein Treffen ist geplant.',
    noTime: 'Noch ist keine Zeit festgelegt.',
    policy:
      'Die Richtlinie zählt ein Postmortem als abgeschlossen, sobald es in einem Treffen durchgegangen wurde.',
    held: 'Stattgefunden {{time}}',
    join: 'Teilnehmen',
    with: 'Mit {{people}}',
    plan: 'Treffen planen',
    change: 'Planung ändern',
    markHeld: 'Es hat stattgefunden',
    markHeldUnplanned: 'Es hat schon stattgefunden',
    correct: 'Berichtigen, wann es stattfand',
    callOff: 'Absagen',
    callOffTitle: 'Das Review-Treffen absagen?',
    callOffText:
      'Die Planung wird entfernt. Wer sie in einen Kalender übernommen hat, muss sie dort entfernen.',
    planTitle: 'Review-Treffen zu {{id}}',
    scheduledFor: 'Wann',
    durationMinutes: 'Minuten',
    url: 'Link zum Teilnehmen (optional)',
    attendees: 'Teilnehmende',
    heldTitle: 'Wann fand das Review-Treffen statt?',
    heldText:
      'Die Richtlinie zählt das Postmortem von da an als abgeschlossen.',
    heldHelp: 'Leer: Es hat doch nicht stattgefunden. {{zone}}',
    late: {
      published: {
        ahead:
          'Das ist nach der Frist am {{date}}. Zieh es vor, oder veröffentliche vorher.',
        passed:
          'Die Frist am {{date}} ist schon abgelaufen. Das Veröffentlichen muss nicht auf das Treffen warten.',
      },
      held: {
        ahead:
          'Das ist nach der Frist am {{date}}, bis zu der es laut Richtlinie stattfinden soll. Zieh es vor, oder lass die Frist verlängern.',
        passed:
          'Die Frist am {{date}}, bis zu der es laut Richtlinie stattfinden sollte, ist schon abgelaufen. Halte es so bald wie möglich ab, oder lass die Frist verlängern.',
      },
    },
    addToCalendar: 'In den Kalender',
    calendarFailed:
      'Der Kalendereintrag konnte nicht geladen werden: {{message}}',
    agenda: 'Agenda',
    agendaEmpty: 'Keine Fragen sind offen.',
    agendaFailed:
      'Die offenen Fragen konnten nicht geladen werden: {{message}}',
    missing: 'Fehlt noch: {{what}}',
    decide: 'Über {{item}} entscheiden',
    answer: '{{comment}}: {{text}}',
    commentOf: '{{person}} zu {{part}}',
  },
};
