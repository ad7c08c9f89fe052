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

import type { review as english } from '../review';
import type { Translated } from '../translated';

export const review: Translated<typeof english> = {
  review: {
    label: 'Review',
    approvals_one: '{{approvals}} von {{count}} Freigabe',
    approvals_other: '{{approvals}} von {{count}} Freigaben',
    noneNeeded: 'Keine Freigabe nötig',
    nobodyAsked: 'Noch niemand ist um ein Review gebeten.',
    ask: 'Um ein Review bitten',
    change: 'Ändern, wer gebeten ist',
    reviewers: 'Reviewer',
    reviewersTitle: 'Wer macht das Review von {{id}}?',
    reviewersHelp_one:
      'Personen oder Gruppen, für die jedes Mitglied antworten kann. Zum Veröffentlichen ist {{count}} Freigabe nötig; die der verantwortlichen Person zählt nicht.',
    reviewersHelp_other:
      'Personen oder Gruppen, für die jedes Mitglied antworten kann. Zum Veröffentlichen sind {{count}} Freigaben nötig; die der verantwortlichen Person zählt nicht.',
    reviewersHelpNoneNeeded:
      'Personen oder Gruppen, für die jedes Mitglied antworten kann. Zum Veröffentlichen ist keine Freigabe nötig.',
    toldNow: 'Wer hinzukommt, wird sofort benachrichtigt.',
    toldLater:
      'Die Benachrichtigung geht hinaus, sobald es ins Review geschickt wird.',
    awaited: 'noch keine Antwort',
    awaitedGroup: 'jedes Mitglied kann antworten',
    staleApproval: 'vor der letzten Änderung, zählt also nicht',
    stale: 'vor der letzten Änderung',
    own: 'als verantwortliche Person, zählt also nicht',
    asked: {
      title: 'Dein Review ist gefragt',
      text: 'Lies es und sag dann, ob es so veröffentlicht werden kann.',
      approve:
        'Es hat sich geändert, seit du es freigegeben hast. Lies es noch einmal und sag dann, ob es so veröffentlicht werden kann.',
      'request-changes':
        'Es ist wieder da, nachdem du Änderungen verlangt hast. Lies es und sag dann, ob es so veröffentlicht werden kann.',
    },
    changesRequested: 'Änderungen verlangt',
    sendAgain: 'Wieder ins Review schicken',
    changedSinceRead:
      'Der Text hat sich geändert, seit du diese Seite geöffnet hast; du würdest also nicht freigeben, was du gelesen hast. Lies ihn zuerst noch einmal; der Verlauf am Ende der Seite zeigt, was sich geändert hat.',
    changedMaybeDone:
      'Der Text hat sich geändert, seit du diese Seite geöffnet hast. Was du verlangst, ist vielleicht schon getan.',
    readAgain: 'Noch einmal lesen',
    approve: {
      action: 'Freigeben',
      title: '{{id}} freigeben?',
      text: 'Du sagst damit, dass es so veröffentlicht werden kann, wie du es gelesen hast. Sobald sich der Text ändert, zählt deine Freigabe nicht mehr.',
      comment: 'Kommentar (optional)',
      done: '{{person}} hat es freigegeben',
      thanks: 'Du hast es freigegeben.',
    },
    'request-changes': {
      action: 'Änderungen verlangen',
      title: 'Änderungen an {{id}} verlangen',
      text: 'Es wird wieder ein Entwurf, und die verantwortliche Person erfährt, was du hier schreibst.',
      comment: 'Was sich ändern muss',
      done: '{{person}} hat Änderungen verlangt',
      thanks: 'Du hast Änderungen verlangt.',
      thanksText:
        'Es ist wieder ein Entwurf, und die verantwortliche Person ist benachrichtigt.',
    },
  },
};
