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

/** Entity tab, list and compliance. */
export const lists = {
  filters: {
    label: 'Filters',
    severity: 'Severity',
    status: 'Status',
    compliance: 'Compliance',
    outcome: 'Outcome',
    team: 'Team',
    subTeams: 'With their sub-teams',
    andSubTeams: '(with sub-teams)',
    entity: 'Affected',
    owner: 'Owner',
    labels: 'Label',
    begun: 'Begun',
    notBegun: 'Not begun',
    date: 'Date',
    dateHint: 'When the incident started; days are in UTC',
    from: 'From',
    to: 'To',
    since: 'since {{day}}',
    until: 'until {{day}}',
    lastDays: 'Last {{value}} days',
    due: 'Due',
    dueUntil: 'Due until',
    dueHint: 'Whatever is due by the end of that day; days are in UTC',
    nextDays: 'Next {{value}} days',
    search: 'Search',
    searchLabel: 'Search in id, title, summary and labels',
    find: 'Type to find more',
    findIn: 'Find in {{label}}',
    nothingFound: 'The catalog has nothing by that name',
    catalogError: 'The catalog did not answer; type again to retry',
    more_one: '{{count}} more; type to find it',
    more_other: '{{count}} more; type to find them',
    clear: 'Clear filters',
    clearOne: 'Clear',
  },
  list: {
    title: 'Postmortems',
    count_one: '{{count}} postmortem',
    count_other: '{{count}} postmortems',
    countCapped: '{{value}}+ postmortems',
    previous: 'Previous',
    next: 'Next',
    pages: 'Pages of the list',
    noMatchTitle: 'No postmortem matches',
    noMatchText:
      'There are some, but none that all of these filters let through.',
    column: {
      title: 'Postmortem',
      severity: 'Severity',
      compliance: 'Compliance',
      status: 'Status',
      owner: 'Owner',
      entities: 'Affected',
      teams: 'Team',
      started: 'Incident',
    },
    notResolved: 'not resolved',
  },
  firstVisit: {
    title: 'No postmortems yet',
    text: 'A postmortem tells what happened in an incident, what will keep it from happening again, and how well the response worked, so that everyone learns from it.',
  },
  policy: {
    within: '{{severity}} within {{time}}',
    sentence: 'One is due for {{rules}}.',
    none: 'The policy asks for none at present.',
    hours_one: '{{count}} hour',
    hours_other: '{{count}} hours',
    calendarDays_one: '{{count}} day',
    calendarDays_other: '{{count}} days',
    businessDays_one: '{{count}} business day',
    businessDays_other: '{{count}} business days',
  },
  start: {
    button: 'Start postmortem',
    forbidden: 'You lack the permission to start postmortems',
  },
  figures: {
    percent: '{{percent}} %',
    fraction: '({{met}} of {{due}})',
    onTime: 'on time ({{met}} of {{due}})',
    nothingDue: 'no postmortems due',
    overdue_one: 'overdue postmortem',
    overdue_other: 'overdue postmortems',
    openActionItems_one: 'open action item',
    openActionItems_other: 'open action items',
    overdueActionItems_one: 'overdue action item',
    overdueActionItems_other: 'overdue action items',
    lastIncident: 'last incident',
    error: 'The figures could not be loaded.',
  },
  compliance: {
    title: 'Compliance',
    groupBy: 'Group by',
    by: {
      team: 'Team',
      severity: 'Severity',
      quarter: 'Quarter',
      month: 'Month',
      entity: 'Affected',
    },
    onTime: 'On time',
    all: 'All',
    overall: 'Overall',
    noTeam: 'No team',
    median: 'Median to publish',
    medianHint:
      'From the resolution of the incident to the first publication; half of them were faster',
    overlap: {
      team: 'A postmortem that several teams own counts for each of them, and once overall.',
      entity:
        'A postmortem that affects several entities counts for each of them, and once overall.',
    },
    truncated:
      'There are more groups than can be shown here; narrow the filters to see the rest.',
    emptyTitle: 'Nothing to count',
    emptyText: 'No incident with a postmortem falls into this selection.',
  },
} as const;
