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

/** The meeting that goes through a postmortem. */
export const meeting = {
  meeting: {
    none: 'No meeting is planned.',
    noTime: 'No time is set yet.',
    policy:
      'The policy counts a postmortem as complete once it was gone through in a meeting.',
    held: 'Held {{time}}',
    join: 'Join',
    with: 'With {{people}}',
    plan: 'Plan a meeting',
    change: 'Change the plan',
    markHeld: 'It was held',
    markHeldUnplanned: 'It was held already',
    correct: 'Correct when it was held',
    callOff: 'Call it off',
    callOffTitle: 'Call off the review meeting?',
    callOffText:
      'Its plan is removed. Who took it into a calendar has to remove it there.',
    planTitle: 'Review meeting of {{id}}',
    scheduledFor: 'When',
    durationMinutes: 'Minutes',
    url: 'Link to join (optional)',
    attendees: 'Attendees',
    heldTitle: 'When was the review meeting held?',
    heldText: 'The policy counts the postmortem as complete from then on.',
    heldHelp: 'Empty: it was not held after all. {{zone}}',
    /** By what the policy wants done in time, and whether the deadline has passed already. */
    late: {
      published: {
        ahead:
          'That is after the deadline on {{date}}. Move it forward, or publish before it.',
        passed:
          'The deadline on {{date}} has passed already. Publishing need not wait for the meeting.',
      },
      held: {
        ahead:
          'That is after the deadline on {{date}}, by which the policy wants it held. Move it forward, or have the deadline extended.',
        passed:
          'The deadline on {{date}}, by which the policy wants it held, has passed already. Hold it as soon as you can, or have the deadline extended.',
      },
    },
    addToCalendar: 'Add to calendar',
    calendarFailed: 'The calendar entry could not be loaded: {{message}}',
    agenda: 'Agenda',
    agendaEmpty: 'No questions are open.',
    agendaFailed: 'The open questions could not be loaded: {{message}}',
    missing: 'Still missing: {{what}}',
    decide: 'Decide on {{item}}',
    answer: '{{comment}}: {{text}}',
    commentOf: '{{person}} on {{part}}',
  },
} as const;
