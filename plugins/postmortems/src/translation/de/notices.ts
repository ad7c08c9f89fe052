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

import type { notices as english } from '../notices';
import type { Translated } from '../translated';

export const notices: Translated<typeof english> = {
  watching: {
    watch: 'Beobachten',
    watchHint:
      'Beobachten: benachrichtigt werden, wenn die Veröffentlichung angekündigt wird',
    watchingHint:
      'Du beobachtest es und wirst benachrichtigt, wenn die Veröffentlichung angekündigt wird. Nicht mehr beobachten',
  },
  snooze: {
    action: 'Später erinnern',
    title: 'Später an {{id}} erinnern',
    text: 'Bis dahin bekommst du dazu keine Erinnerungen. Dann bekommst du eine, wenn es noch zu tun ist. Andere werden erinnert wie bisher.',
    when: 'Wann du wieder erinnert wirst',
    tomorrow: 'Morgen ({{date}})',
    week: 'In einer Woche ({{date}})',
    date: 'An einem Datum',
    dateLabel: 'Datum',
    dateProblem: 'Wähle einen Tag, der noch kommt.',
    confirm: 'Dann erinnern',
    note: 'Deine Erinnerungen sind bis zum {{date}} stumm.',
    end: 'Wieder erinnern',
    endNamed: 'Wieder an {{id}} erinnern',
  },
  announce: {
    label: 'Ankündigen',
    teams: 'Benachrichtigt werden {{teams}} und alle, die es beobachten.',
    watchers: 'Benachrichtigt werden alle, die es beobachten.',
    restrictedTeams:
      'Benachrichtigt werden {{teams}} und alle, die es beobachten und darin genannt sind.',
    restrictedWatchers:
      'Benachrichtigt werden alle, die es beobachten und darin genannt sind.',
  },
};
