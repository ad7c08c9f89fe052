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

/** Reading, editing and starting a postmortem. Sections and actions go by their name in the API. */
export const document = {
  document: {
    pageTitle: '{{id}} {{title}}',
    notFound: {
      title: 'There is no postmortem {{id}}',
      text: 'It may have been deleted, or the id may be mistyped.',
    },
    edit: 'Edit',
    doneEditing: 'Done editing',
    linkTo: 'Link to {{title}}',
    onThisPage: 'On this page',
    statusMenu: 'Status: {{status}}. Change it',
    changedMeanwhile:
      'Someone else changed this postmortem meanwhile. What you see now is current; please decide again.',
    severityHistory: 'How the severity changed',
    severityStep: '{{severity}} from {{time}}',
    part: {
      timeline: 'Timeline',
      'contributing-factors': 'Contributing factors',
      response: 'How the response went',
      'action-items': 'Action items',
      messages: 'Messages',
      related: 'Related',
      review: 'Review',
      meeting: 'Review meeting',
      history: 'History',
    },
    meta: {
      affected: 'Affected',
      teams_one: 'Team',
      teams_other: 'Teams',
      owner: 'Owner',
      ongoing: ', still going on',
    },
    people: { title: 'People' },
    owner: {
      take: 'Take it',
      name: 'Name an owner',
      change: 'Change',
      acknowledge: 'Acknowledge',
      dialogTitle: 'Who owns this postmortem?',
    },
    published: {
      text: 'What is published is not edited silently. To change the text, reopen it and say why; action items can be changed as it is.',
    },
    deadline: {
      title: 'Deadline',
      published: 'Published {{date}}',
      pending:
        'The incident is not resolved yet. The time for a {{severity}} starts to run once it is.',
      none: 'No rule of the policy asks for a postmortem at {{severity}}.',
      how: 'How this is counted',
      hide: 'Hide how this is counted',
      countedFrom: 'Counted from {{time}}, in the time zone {{zone}}.',
      day: 'Day',
      counts: 'Counts',
      reason: 'Why',
      countedDay: 'day {{value}}',
      skippedDay: 'skipped',
      holidayNamed: 'holiday: {{holiday}}',
      reasons: {
        'working-day': 'working day',
        'calendar-day': 'every day counts',
        'day-off': 'no working day',
        holiday: 'holiday',
      },
      sentence: {
        due: 'Due {{due}} ({{place}}): {{amount}} after resolution on {{resolved}}, for {{severity}}{{path}}{{skips}}.',
        extended:
          'Due {{due}} ({{place}}): extended from {{original}}, which is {{amount}} after resolution on {{resolved}}, for {{severity}}{{path}}{{skips}}.',
        endOfDay: '{{day}}, end of day',
        until: '{{day}}, {{time}}',
        moment: '{{day}} at {{time}}',
        hours_one: '{{count}} hour',
        hours_other: '{{count}} hours',
        calendarDays_one: '{{count}} calendar day',
        calendarDays_other: '{{count}} calendar days',
        businessDays_one: '{{count}} business day',
        businessDays_other: '{{count}} business days',
        raisedAt: 'raised from {{from}} at {{time}}',
        raisedOn: 'raised from {{from}} on {{moment}}',
        lowered: 'later lowered to {{to}}, which gives no more time',
        skips: '; skips {{days}}',
        daysOff_one: '{{count}} day off',
        daysOff_other: '{{count}} days off',
      },
    },
    waiver: {
      granted: 'Waived by {{approver}}: {{reason}}',
      grantedUntil: 'Waived until {{date}} by {{approver}}: {{reason}}',
      expired:
        'The waiver by {{approver}} expired {{date}}; the deadline counts again. It was granted because: {{reason}}',
      withdraw: 'Withdraw the waiver',
      dialogTitle: 'Waive {{id}}',
      text: 'A waived postmortem is not counted as owed. Who waived it and why stays in the history.',
      expiresAt: 'Expires',
      expiresHelp: 'From then on the deadline counts again. Empty: never.',
      grant: 'Waive',
    },
    extension: {
      granted: 'Extended to {{to}} by {{approver}}: {{reason}}',
      original: 'It was due {{from}}.',
      withdraw: 'Withdraw the extension',
      dialogTitle: 'Extend the deadline of {{id}}',
      text: 'A later deadline replaces the one of the policy. Who granted it and why stays in the history.',
      dueAt: 'New deadline',
      grant: 'Extend',
    },
    checklist: {
      title: 'Before publishing',
      left_one: '{{count}} thing left',
      left_other: '{{count}} things left',
      complete: 'everything is there',
      mayNotPublish:
        'Publishing it takes a permission that your account lacks.',
      resolved: 'Incident resolved',
      done: '(done)',
      open: '(still open)',
      blocks_one: 'One thing is still missing:',
      blocks_other: '{{count}} things are still missing:',
    },
    transition: {
      review: {
        menu: 'Send for review',
        title: 'Send {{id}} for review?',
        text: 'Reviewers are told that it is ready to be read. It can still be edited, but who has approved it then has to approve it again.',
        action: 'Send for review',
      },
      publish: {
        menu: 'Publish',
        title: 'Publish {{id}}?',
        text: 'It becomes part of what everyone can learn from. The deadline is judged by its first publication.',
        action: 'Publish',
      },
      withdraw: {
        menu: 'Back to draft',
        title: 'Take {{id}} out of review?',
        text: 'It goes back to being a draft. What reviewers have said stays.',
        action: 'Back to draft',
      },
      reopen: {
        menu: 'Reopen',
        title: 'Reopen {{id}}',
        text: 'It goes back to being a draft. Its first publication still counts for the deadline.',
        action: 'Reopen',
      },
    },
    menu: {
      label: 'More actions',
      print: 'Print or save as PDF',
      owner: 'Change the owner',
      extension: 'Extend the deadline',
      waiver: 'Waive',
      delete: 'Delete',
    },
    delete: {
      title: 'Delete {{id}}?',
      text: '"{{title}}" is deleted with its text, timeline and history. This cannot be undone.',
      action: 'Delete',
    },
    dialog: {
      cancel: 'Cancel',
      save: 'Save',
      reason: 'Reason',
      reasonHelp: 'One line; it stands in the history.',
    },
    facts: {
      title: 'Edit title, outcome, visibility and labels',
      severity: 'Change the severity',
      times: 'Edit the times',
      entities: 'Edit what was affected',
      people: 'Edit the people involved',
      links: 'Edit the links',
      clash:
        'Someone else changed the same meanwhile. Yours is still in the form; save again to keep it.',
      theirValue: '{{field}} is now: {{value}}.',
      emptied: 'nothing',
      takeTheirs: 'Take theirs for {{field}}',
    },
    editor: {
      open: 'Edit {{title}}',
      mode: 'How {{title}} is shown',
      write: 'Write',
      writeNamed: 'Write: {{title}}',
      preview: 'Preview',
      done: 'Done',
      keys: 'Markdown. Ctrl or ⌘ + S saves, Esc closes',
    },
    save: {
      saved: 'Saved',
      unsaved: 'Not saved yet',
      saving: 'Saving …',
      retrying: 'Not saved: reconnecting',
      refused: 'Not saved: {{message}}',
      stale: 'Not saved: someone else changed this section',
      seconds: '{{value}} s',
      retry: 'Save now',
      leave:
        'Something on this page is not saved yet. Leave the page all the same?',
    },
    draft: {
      found: 'You wrote something here {{ago}} that was never saved.',
      continue: 'Continue with it',
      discard: 'Discard it',
    },
    merge: {
      title: 'Someone else changed this section while you were writing',
      titleBy: '{{user}} changed this section while you were writing',
      explanation: 'Nothing is lost. Choose what the section shall say:',
      onlyTheirs: 'Only in theirs',
      onlyMine: 'Only in yours',
      both: 'Merge both',
      mine: 'Keep mine',
      theirs: 'Take theirs',
    },
    item: {
      edit: 'Edit',
      editNamed: 'Edit: {{name}}',
      remove: 'Remove',
      removeNamed: 'Remove: {{name}}',
      keep: 'Keep',
      keys: 'Enter saves, Shift + Enter starts a line, Esc closes',
      failed: 'Not saved: {{message}}',
      discard: 'Discard what you wrote here?',
      clash:
        'Someone else changed this meanwhile to: {{theirs}}. Save again to keep yours.',
    },
    timeline: {
      milestones: 'Course of the incident',
      events: 'Timeline events',
      milestone: {
        started: 'Started',
        detected: 'Detected',
        mitigated: 'Mitigated',
        resolved: 'Resolved',
      },
      ongoing: 'Still going on',
      after: '+{{duration}}',
      before: '−{{duration}}',
      empty: 'No events are recorded.',
      add: 'Add event',
      edit: 'Edit event',
      occurredAt: 'When',
      kindLabel: 'Kind',
      kind: {
        detection: 'Detection',
        diagnosis: 'Diagnosis',
        action: 'Action',
        communication: 'Communication',
        note: 'Note',
      },
      link: 'Link (optional)',
      text: 'What happened',
    },
    factors: {
      prompt:
        'What made this possible, or worse? There is rarely one cause: add as many as it takes.',
      add: 'Add contributing factor',
      edit: 'Edit contributing factor',
      titleLabel: 'Contributing factor',
      titleHelp:
        'A condition of the system, such as "The cache has one replica". Not a person.',
      categoryLabel: 'Where it lies',
      description: 'How it contributed (optional)',
      category: {
        change: 'Change',
        capacity: 'Capacity',
        dependency: 'Dependency',
        design: 'Design',
        configuration: 'Configuration',
        process: 'Process',
        detection: 'Detection',
        external: 'External',
        other: 'Other',
      },
    },
    related: {
      prompt:
        'Links to the status page, the chat, dashboards or the public report belong here.',
    },
    history: {
      more: 'Show more',
      system: 'The system',
      reason: 'Because: {{reason}}',
      said: '“{{reason}}”',
      suggested: 'In their place they suggested {{person}}.',
      until: 'Until {{date}}.',
      nothing: 'nothing',
      before: 'Before',
      after: 'After',
      showText: 'Show what changed',
      hideText: 'Hide what changed',
      meeting: {
        scheduledFor: 'When',
        durationMinutes: 'Minutes',
        url: 'Link to join',
        attendeeRefs: 'Attendees',
        heldAt: 'Held',
      },
      action: {
        created: '{{actor}} started the postmortem',
        imported: '{{actor}} imported the postmortem',
        'field-changed': '{{actor}} changed "{{field}}"',
        'severity-changed': '{{actor}} changed the severity',
        'status-changed': '{{actor}} changed the status',
        'owner-changed': '{{actor}} changed the owner',
        'owner-acknowledged': '{{actor}} acknowledged being the owner',
        'owner-handed-over': '{{actor}} handed the postmortem over',
        'teams-changed': '{{actor}} noticed other owning teams',
        'deadline-changed': '{{actor}} moved the deadline',
        'section-changed': '{{actor}} wrote "{{field}}"',
        'timeline-event-added': '{{actor}} added to the timeline',
        'timeline-event-changed': '{{actor}} changed an event of the timeline',
        'timeline-event-removed':
          '{{actor}} removed an event from the timeline',
        'contributing-factor-added': '{{actor}} added a contributing factor',
        'contributing-factor-changed':
          '{{actor}} changed a contributing factor',
        'contributing-factor-removed':
          '{{actor}} removed a contributing factor',
        'action-item-added': '{{actor}} added action item {{field}}',
        'action-item-changed': '{{actor}} changed action item {{field}}',
        'action-item-removed': '{{actor}} removed action item {{field}}',
        'waiver-granted': '{{actor}} waived the postmortem',
        'waiver-withdrawn': '{{actor}} withdrew the waiver',
        'extension-granted': '{{actor}} extended the deadline',
        'extension-withdrawn': '{{actor}} withdrew the extension',
        'reviewers-changed': '{{actor}} changed who is asked for a review',
        'review-approved': '{{actor}} approved it',
        'review-changes-requested': '{{actor}} requested changes',
        announced: '{{actor}} announced the publication',
        'meeting-changed': '{{actor}} changed the review meeting',
        'comment-added': '{{actor}} commented',
        'comment-changed': '{{actor}} changed a comment',
        'comment-resolved': '{{actor}} resolved a comment',
        'comment-reopened': '{{actor}} reopened a comment',
        'comment-removed': '{{actor}} removed a comment',
        'source-fact-differed':
          '{{actor}} said otherwise than what people wrote here as "{{field}}"',
        'source-fact-kept':
          '{{actor}} kept what was written here as "{{field}}"',
        'incident-covered': '{{actor}} said that this covers an incident',
      },
    },
    section: {
      empty: 'Not written yet.',
      summary: {
        title: 'Summary',
        prompt:
          'What happened, in three sentences for someone who was not there',
        guidance:
          'Say what broke, who noticed it and how, how long it lasted, and how it ended. Leave the details to the sections below. Write of systems and what they did rather than of people and what they should have done.',
      },
      impact: {
        title: 'Impact',
        prompt: 'Who was affected, how, and for how long',
        guidance:
          'Give numbers where there are any: share of requests that failed, customers affected, orders or data lost, money, support tickets. Say what users saw. If a figure is an estimate, say so.',
      },
      'what-happened': {
        title: 'What happened',
        prompt: 'The story of the incident, as it looked at the time',
        guidance:
          'Tell it in order, with what was known at each moment: what each signal seemed to mean and why each step made sense then. Hindsight explains little. The times themselves go into the timeline.',
      },
      resolution: {
        title: 'Resolution',
        prompt: 'What ended it, and how one knows that it is over',
        guidance:
          'Separate what stopped the impact from what fixed the condition behind it. Name temporary measures that are still in place.',
      },
      'went-well': {
        title: 'What went well',
        prompt: 'What helped, and should happen again',
        guidance:
          'Alerts that fired, runbooks that were right, people who could be reached, safeguards that held. What works deserves to be kept on purpose.',
      },
      'went-badly': {
        title: 'What went badly',
        prompt: 'What made it slower or harder than it had to be',
        guidance:
          'Describe conditions, not character: missing access, unclear ownership, a misleading dashboard. For each, ask what would have made the right step the easy one.',
      },
      'got-lucky': {
        title: 'Where we got lucky',
        prompt: 'What could have gone worse and did not, by chance',
        guidance:
          'Chance does not repeat itself: an expert who happened to be online, an hour of low traffic. Each one is a gap to close before next time.',
      },
      detection: {
        title: 'Detection',
        prompt: 'How it was noticed, and whether that was soon enough',
        guidance:
          'Which signal came first, and was it ours or a customer? What would have shown it earlier?',
      },
      escalation: {
        title: 'Escalation',
        prompt: 'How the right people came to be involved',
        guidance:
          'Who was called, in which order, and how long each step took. Where was it unclear whom to ask?',
      },
      coordination: {
        title: 'Coordination',
        prompt: 'How the response was led and the work shared',
        guidance:
          'Was there an incident commander, and one place where decisions were made? Where did work wait, or happen twice?',
      },
      communication: {
        title: 'Communication',
        prompt: 'How those outside the response were kept informed',
        guidance:
          'What did customers, support and management hear, when, and was it right? What did they have to ask for?',
      },
      tooling: {
        title: 'Tooling',
        prompt: 'How dashboards, runbooks, access and tools served',
        guidance:
          'What was missing, broken, slow or unknown to those who needed it?',
      },
      'internal-message': {
        title: 'Internal message',
        prompt: 'What the company is told',
        guidance:
          'A few sentences that stand alone: what happened, whom it affected, what is done so that it stays over.',
      },
      'external-message': {
        title: 'External message',
        prompt: 'What customers are told',
        guidance:
          'In the words of customers: what they saw, from when to when, what it means for them, and what changes. No internal names.',
      },
    },
  },
  fields: {
    title: 'Title',
    severity: 'Severity',
    severityOption: '{{id}} ({{aliases}})',
    severityReason: 'Why it changes',
    severityReasonHelp: 'Stands in the history beside the change.',
    entityRefs: 'Affected',
    entityHelp: 'Services, systems or resources; the first is the primary one.',
    startedAt: 'Started',
    detectedAt: 'Detected',
    mitigatedAt: 'Mitigated',
    resolvedAt: 'Resolved',
    stillGoingOn: 'Still going on',
    zone: 'Times, in your time zone {{zone}}',
    meetingHeldAt: 'Review meeting held',
    outcome: 'Outcome',
    outcomeHelp:
      'A false alarm that triggered a response counts too: it has its own lessons.',
    visibility: 'Who may see it',
    visibilityHelp:
      'Restricted: only its owner, incident commander, contributors and owning teams, and those whom the portal lets see restricted postmortems.',
    ownerRef: 'Owner',
    ownerHelp: 'The one person who sees to it that it gets written.',
    commanderRef: 'Incident commander',
    commanderHelp: 'Who led the response.',
    contributors: 'Contributors',
    contributorUser: 'User',
    contributorRole: 'Role',
    contributorRoles:
      'responder, scribe, customer support, communications, management',
    addContributor: 'Add contributor',
    removeContributor: 'Remove contributor',
    labels: 'Labels',
    labelsHelp: 'Press Enter after each.',
    links: 'Links',
    noActionItemsReason: 'No action items needed',
    linkUrl: 'Address',
    linkTitle: 'Title (optional)',
    addLink: 'Add link',
    removeLink: 'Remove link',
    openOptions: 'Open',
    closeOptions: 'Close',
    clear: 'Clear',
    searching: 'Searching the catalog …',
    nothingFound: 'Nothing in the catalog goes by that name.',
    catalogFailed: 'The catalog cannot be reached just now.',
    reasonMe: 'you',
    reasonTeam: 'owning team',
    missing: {
      title: 'Give it a title that says what broke',
      severity: 'Choose the severity',
      entityRefs: 'Name at least one affected entity',
      startedAt: 'Say when it started',
      resolvedAt: 'Say when it was resolved, or that it is still going on',
    },
    preview: {
      title: 'What follows from this',
      needsFacts:
        'Choose a severity and the times, and the deadline appears here.',
      fixFirst: 'The deadline appears here once the facts fit together.',
      notRequired:
        'The policy asks for no postmortem at {{severity}}. Writing one is still welcome.',
      catalogUnavailable:
        'The catalog cannot be reached just now, so the owning teams are unknown. What you entered stays.',
      hours_one:
        '{{severity}}: due {{count}} hour after the incident is resolved.',
      hours_other:
        '{{severity}}: due {{count}} hours after the incident is resolved.',
      calendarDays_one:
        '{{severity}}: due {{count}} calendar day after the incident is resolved.',
      calendarDays_other:
        '{{severity}}: due {{count}} calendar days after the incident is resolved.',
      businessDays_one:
        '{{severity}}: due {{count}} business day after the incident is resolved.',
      businessDays_other:
        '{{severity}}: due {{count}} business days after the incident is resolved.',
    },
  },
  create: {
    title: 'Start a postmortem',
    description:
      'Just the facts; the writing comes after. Everything can be changed later.',
    titlePlaceholder: 'Checkout returned errors after a cache flush',
    submit: 'Start postmortem',
    takeIt: 'I take it',
    teams_one: 'Owning team:',
    teams_other: 'Owning teams:',
    failed: 'Not saved: {{message}}. What you entered stays.',
    catalogUnavailable:
      'The catalog cannot be reached, so the affected entities cannot be checked. What you entered stays; try again in a moment.',
    forbiddenTitle: 'You may not start postmortems',
    forbiddenText:
      'Your account lacks the permission for it. Whoever runs this portal can grant it.',
  },
} as const;
