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

/** What teams and people have to do: the tabs of groups and users, and the home page. */
export const people = {
  work: {
    all: 'All {{value}}',
    error: 'This could not be loaded: {{message}}',
    extend: 'Extend the deadline of {{id}}',
    owner: {
      name: 'Name one',
      nameOf: 'Name one as the owner of {{id}}',
      change: 'Change the owner of {{id}}',
    },
  },
  team: {
    subTeamsSwitch: 'With sub-teams',
    overduePostmortems: 'Overdue postmortems',
    overdueActionItems: 'Overdue action items',
    noOverduePostmortems: 'No postmortem is overdue.',
    noOverdueActionItems: 'No action item is overdue.',
    next: 'Next: {{link}}, due {{due}}.',
    noNextPostmortem: 'None has a deadline ahead either.',
    noNextActionItem: 'None is open either.',
    soonPostmortems: 'Postmortems due within 7 days',
    soonActionItems: 'Action items due within 7 days',
    noSoonPostmortems: 'No postmortem is due in the next 7 days.',
    noSoonActionItems: 'No action item is due in the next 7 days.',
    compliance: 'Kept deadlines',
    onTime: 'on time in {{when}} ({{met}} of {{due}})',
    nothingDue: 'no postmortems due in {{when}}',
    soFar: '{{quarter}} so far',
    trend: {
      better:
        '{{value}} points more than in {{quarter}}: {{percent}} % ({{met}} of {{due}})',
      worse:
        '{{value}} points less than in {{quarter}}: {{percent}} % ({{met}} of {{due}})',
      same: 'As in {{quarter}}: {{percent}} % ({{met}} of {{due}})',
      before: '{{percent}} % ({{met}} of {{due}}) in {{quarter}}',
      nothingBefore: 'No postmortems were due in {{quarter}}',
    },
    subTeams: 'Team by team',
    team: 'Team',
    itself: '(itself)',
    openActionItems: 'Open action items',
    openRow: 'What is overdue of {{team}}',
    noTeams: 'None of these teams has a postmortem or an action item.',
    allTeams: 'Show all {{value}} teams',
    all: 'All postmortems',
  },
  person: {
    own: 'For {{person}} to do',
    postmortems: 'Postmortems to write',
    actionItems: 'Action items',
    noPostmortems: 'No postmortem is waiting to be written.',
    noActionItems: 'No action item is open.',
    teams: 'For the teams {{teams}}',
    teamActionItems: 'Action items that a team owns',
    noTeamPostmortems: 'No postmortem of these teams is waiting to be written.',
    noTeamActionItems: 'No action item that one of these teams owns is open.',
  },
  home: {
    label: 'My postmortems and action items, by due date',
    none: 'No postmortem and no action item is waiting for you.',
    noUser:
      'Your account is no user in the catalog, so nothing can be assigned to you.',
    done: 'Mark {{id}} as done',
    all: 'All that is mine',
  },
} as const;
