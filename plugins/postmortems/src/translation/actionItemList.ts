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

/** The sub-page over all action items, the download of lists, and the card of entities. */
export const actionItemList = {
  actionItemList: {
    title: 'Action items',
    overdue: 'Overdue',
    priority: 'Priority',
    kind: 'Kind',
    searchLabel: 'Search in id and title',
    count_one: '{{count}} action item',
    count_other: '{{count}} action items',
    countCapped: '{{value}}+ action items',
    overdueCount: '{{value}} overdue',
    openCount: '{{value}} open',
    allCount: '{{value}} in all',
    select: 'Select {{id}}',
    selectAll: 'Select all on this page',
    column: {
      title: 'Action item',
      due: 'Due',
      owner: 'Owner',
      status: 'Status',
      priority: 'Priority',
      severity: 'Severity',
      postmortem: 'Postmortem',
      kind: 'Kind',
      ticket: 'Ticket',
    },
    by: {
      none: 'No groups',
      team: 'Team',
      owner: 'Owner',
      postmortem: 'Postmortem',
      entity: 'Affected',
    },
    overlap: {
      team: 'An action item that several teams answer for stands with each of them.',
      entity:
        'An action item of a postmortem that affects several entities stands with each of them.',
    },
    nothingOpenTitle: 'No open action items',
    nothingOpenText:
      'Nobody has taken on anything that is not finished. Ideas that are only proposed, and what is done or declined, are not shown.',
    showAll: 'Show all, whatever the status',
    noMatchTitle: 'No action item matches',
    noMatchText:
      'There are some, but none that all of these filters let through.',
    noOpenMatchText:
      'There is none among the open ones that all of these filters let through. The status can be chosen above.',
    noneYetTitle: 'No action items yet',
    noneYetText:
      'They are added on the page of a postmortem: what will keep the incident from happening again, or make it do less harm.',
    toPostmortems: 'Go to the postmortems',
    bulk: {
      label: 'Change those selected',
      selected_one: '{{count}} selected',
      selected_other: '{{count}} selected',
      owner: 'Set owner',
      due: 'Set due date',
      status: 'Set status',
      clear: 'Clear selection',
      title: {
        owner_one: 'Owner of {{count}} action item',
        owner_other: 'Owner of {{count}} action items',
        due_one: 'Due date of {{count}} action item',
        due_other: 'Due date of {{count}} action items',
        declined_one: 'Decline {{count}} action item?',
        declined_other: 'Decline {{count}} action items?',
      },
      confirm: {
        owner: 'Set owner',
        due: 'Set due date',
        declined: 'Decline',
      },
      dueReasonHelp:
        'Needed for those that the policy proposes an earlier date for.',
      done_one: '{{count}} action item was changed.',
      done_other: '{{count}} action items were changed.',
      refused_one: '{{count}} was not, and is still selected:',
      refused_other: '{{count}} were not, and are still selected:',
      failed: 'The rest was not tried and is still selected: {{message}}',
    },
  },
  card: {
    all: 'All postmortems',
    overduePostmortems_one: '{{count}} overdue postmortem',
    overduePostmortems_other: '{{count}} overdue postmortems',
    overdueActionItems_one: '{{count}} overdue action item',
    overdueActionItems_other: '{{count}} overdue action items',
    openActionItems_one: '{{count}} open action item',
    openActionItems_other: '{{count}} open action items',
    nothingOpen: 'Nothing overdue, no open action items',
    none: 'No incident that affected it has been written up yet.',
  },
  csv: {
    button: 'CSV',
    label: 'Download as CSV',
    progress: '{{done}} of {{total}} rows …',
    cancel: 'Cancel',
    cut: 'The file holds the first {{value}} rows only. Narrow the filters to get the others.',
    failed: 'The download failed: {{message}}',
  },
} as const;
