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

import type { shared as english } from '../shared';
import type { Translated } from '../translated';

export const shared: Translated<typeof english> = {
  page: {
    title: 'Postmortems',
    new: 'Neu',
    notFound: 'Diese Seite gibt es nicht',
  },
  status: {
    draft: 'Entwurf',
    inReview: 'Im Review',
    published: 'Veröffentlicht',
  },
  outcome: {
    incident: 'Incident',
    falseAlarm: 'Fehlalarm',
  },
  complianceStatus: {
    overdue: 'Überfällig',
    dueSoon: 'Bald fällig',
    onTrack: 'Im Plan',
    pending: 'Ausstehend',
    met: 'Eingehalten',
    late: 'Verspätet',
    waived: 'Befreit',
    notRequired: 'Nicht nötig',
  },
  complianceTime: {
    overdue: '{{time}} überfällig',
    dueSoon: 'In {{time}} fällig',
    onTrack: 'In {{time}} fällig',
    late: '{{time}} verspätet',
    pending: 'Ausstehend',
    met: 'Eingehalten',
    waived: 'Befreit',
    notRequired: 'Nicht nötig',
  },
  severity: {
    loweredTo: 'gesenkt auf',
    lowered:
      'Der Schweregrad wurde auf {{final}} gesenkt; die Frist richtet sich nach {{governing}}, dem höchsten, den es gab',
  },
  time: {
    minute: '{{value}} Min.',
    hour: '{{value}} Std.',
    day: '{{value}} Tg.',
    month: '{{value}} Mon.',
    year: '{{value}} J.',
    underAMinute: 'unter 1 Min.',
    now: 'gerade eben',
    ago: 'vor {{amount}}',
    in: 'in {{amount}}',
  },
  entities: { more: '+{{value}}' },
  owner: {
    none: 'Nicht vergeben',
    acknowledged: 'Von der verantwortlichen Person bestätigt',
    waiting: '(noch nicht bestätigt)',
  },
  state: {
    errorTitle: 'Das konnte nicht geladen werden',
    retry: 'Erneut versuchen',
    forbiddenTitle: 'Das darfst du nicht sehen',
    forbiddenText:
      'Deinem Konto fehlt die Berechtigung, Postmortems zu lesen. Wer dieses Portal betreibt, kann sie erteilen.',
    notFoundTitle: 'Nicht gefunden',
    notFoundText: 'Es existiert nicht, oder es wurde gelöscht.',
  },
};
