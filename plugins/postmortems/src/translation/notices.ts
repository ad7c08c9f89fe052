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

/** What people are told about a postmortem, and how they choose. */
export const notices = {
  watching: {
    watch: 'Watch',
    watchHint: 'Watch: be told when its publication is announced',
    watchingHint:
      'You watch it, and are told when its publication is announced. Stop watching',
  },
  snooze: {
    action: 'Remind me later',
    title: 'Remind me later of {{id}}',
    text: 'Until then you get no reminders of it. Then you get one, if it is still to be done. Others are reminded as before.',
    when: 'When to remind you again',
    tomorrow: 'Tomorrow ({{date}})',
    week: 'In a week ({{date}})',
    date: 'On a date',
    dateLabel: 'Date',
    dateProblem: 'Choose a day that is still to come.',
    confirm: 'Remind me then',
    note: 'Your reminders are silenced until {{date}}.',
    end: 'Remind me again',
    endNamed: 'Remind me again of {{id}}',
  },
  announce: {
    label: 'Announce it',
    teams: 'Told are {{teams}}, and those who watch it.',
    watchers: 'Told are those who watch it.',
    restrictedTeams:
      'Told are {{teams}}, and those who watch it and are named in it.',
    restrictedWatchers: 'Told are those who watch it and are named in it.',
  },
} as const;
