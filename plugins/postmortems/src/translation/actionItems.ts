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

/** Action items: what they are called everywhere, and how they are changed where they stand. */
export const actionItems = {
  actionItem: {
    status: {
      proposed: 'Proposed',
      open: 'Open',
      'in-progress': 'In progress',
      done: 'Done',
      declined: 'Declined',
    },
    kind: {
      prevent: 'Prevent',
      mitigate: 'Mitigate',
      detect: 'Detect',
      repair: 'Repair',
      process: 'Process',
      investigate: 'Investigate',
    },
    kindHint: {
      prevent: 'Keeps it from happening again',
      mitigate: 'Makes it do less harm',
      detect: 'Lets one notice it sooner',
      repair: 'Repairs what the incident broke',
      process: 'Improves how people work together',
      investigate: 'Finds out what is not understood yet',
    },
    priorityHint: {
      P0: 'P0, the most urgent',
      P1: 'P1, urgent',
      P2: 'P2, soon',
      P3: 'P3, when there is time',
    },
    field: {
      title: 'Action item',
      description: 'Description',
      kind: 'Kind',
      priority: 'Priority',
      status: 'Status',
      ownerRef: 'Owner',
      ticket: 'Ticket',
      dueAt: 'Due date',
      statusReason: 'Reason',
      dueReason: 'Reason for the later date',
    },
    due: {
      overdue: 'Overdue {{time}}',
      in: 'Due in {{time}}',
      none: 'No due date',
      was: 'Due {{date}}',
      set: 'Set one',
      change: 'Change the due date of {{id}}',
      help: 'Until the end of that day.',
      proposed: 'The policy proposes {{date}}.',
      fromPolicy: 'Left empty, the date that the policy proposes is taken.',
      reasonHelp:
        'It is later than the policy proposes; why stands in the history.',
    },
    owner: {
      name: 'Name one',
      nameOf: 'Name one as the owner of {{id}}',
      change: 'Change the owner of {{id}}',
      help: 'A person or a team.',
    },
    statusOf: 'Status of {{id}}: {{status}}. Change it',
    statusName: 'Status: {{status}}',
    declined: 'Declined: {{reason}}',
    step: {
      decline: 'Decline',
      declineTitle: 'Decline {{id}}?',
      declineText:
        'It stays on the page with the reason, so that nobody has to wonder.',
      commit: 'Commit',
      commitTitle: 'Commit to {{id}}',
      commitText:
        'A commitment has somebody who does it and a date until when.',
    },
    changed:
      'Someone else changed this action item meanwhile. What you see now is current; please decide again.',
    notSaved: 'Not saved: {{message}}',
    movedInHistory: 'To another place among the action items',
    ticket: {
      in: 'Ticket in {{tracker}}',
      open: 'Open',
      closed: 'Closed',
      sync: { pending: 'on its way', failed: 'not in step' },
      failed: 'The ticket is not in step: {{message}}',
      next: 'next attempt {{time}}',
      retry: 'Try again now',
      create: 'Create ticket',
      createIn: 'Create ticket in {{tracker}}',
      link: 'Link ticket',
      linkMenu: 'Link ticket …',
      unlink: 'Unlink ticket',
      compare: 'Compare with ticket now',
      linkTitle: 'Link a ticket to {{id}}',
      url: 'Address of the ticket',
      urlHelp: 'As your browser shows it.',
    },
    list: {
      label: 'Action items of {{id}}',
      add: 'Add action item',
      edit: 'Edit action item',
      empty: 'No action items are recorded.',
      prompt:
        'What will keep this from happening again, or make it do less harm? An idea is a proposal; with an owner and a due date it becomes a commitment.',
      column: {
        item: 'Action item',
        priority: 'Priority',
        status: 'Status',
        owner: 'Owner',
        due: 'Due',
        actions: 'Actions',
      },
      titleHelp: 'Something that can be done and checked; one line.',
      descriptionLabel: 'Description (optional)',
      commitment: 'Commit to it, with an owner and a due date',
      commit: 'Commit',
      commitNamed: 'Commit to {{id}}',
      menu: 'More actions for {{id}}',
      menuEdit: 'Edit',
      menuUp: 'Move up',
      menuDown: 'Move down',
      menuRemove: 'Remove',
      removeTitle: 'Remove {{id}}?',
      removeText:
        '"{{title}}" is removed; the history keeps that it was there. To decide against it and say why, decline it instead.',
      move: 'Move {{id}}: drag it, or press the arrow keys',
      moved: '{{id}} is now number {{place}} of {{total}}',
      linkTo: 'Link to {{id}}',
    },
    gate: {
      requirement:
        'A committed P0 or P1 action item, or the decision that none is needed',
      explanation:
        'Before publishing, somebody must be committed to at least one P0 or P1 action item, or it is written down that none is needed.',
      decide: 'None is needed',
      dialogTitle: 'No P0 or P1 action item is needed?',
      dialogText:
        'Say why nothing urgent has to be done. Readers see it in the place of the action items.',
      confirm: 'Write it down',
      change: 'Change',
      takeBack: 'Take it back',
      none: 'No action items needed: {{reason}}',
      noneUrgent: 'No P0 or P1 action item needed: {{reason}}',
    },
  },
} as const;
