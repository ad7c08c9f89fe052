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

/** The sub-page of those who see to it that incidents come in. */
export const incidentSources = {
  incidentSources: {
    title: 'Incident sources',
    forbiddenTitle: 'This page is for operators',
    forbiddenText:
      'It shows how incidents come in, and takes the permission {{permission}}. Whoever runs the portal can grant it.',
    copy: 'Copy: {{what}}',
    card: {
      address: 'Webhook address',
      last: 'Last delivery {{when}}: {{status}}',
      noneYet: 'Nothing has come in yet. Enter this address in the tool.',
      deliveries: 'Deliveries',
      count: '{{status}}: {{value}}',
      ignored: 'Ignored, as they tell nothing that matters',
      ignoredType: '{{type}} ({{value}})',
      backfill: 'Past incidents',
      backfillOf: 'Past incidents of {{source}}',
      asked:
        'Asked for incidents since {{day}}. The request stands among the deliveries until it is done.',
    },
    empty: {
      title: 'No incident source is set up',
      text: 'Incidents that are declared in PagerDuty, incident.io, Rootly, FireHydrant, Grafana or Alertmanager can become draft postmortems by themselves, so that a missing one shows. Each has a backend module and a page in docs/incident-sources.',
      generic:
        'Anything else that can send a signed request needs a secret only:',
    },
    backfill: {
      title: 'Past incidents of {{source}}',
      text: '{{source}} is asked for what happened since then. Those that owe a postmortem get a draft, whose deadline may be over already. What is known already is only brought up to date.',
      since: 'Incidents declared since',
      action: 'Ask for them',
      future: 'Choose a day that has begun',
    },
    waiting: {
      title: 'Incidents that wait',
      text: 'They owe a postmortem, or may owe one, and cannot have it yet. They go on by themselves about a minute after what they wait for is there.',
      incident: 'Incident',
      source: 'Source',
      since: 'Started',
      waitsFor: 'What it waits for',
      for: {
        severity: 'Nobody mapped the severity {{words}}',
        services: 'Nobody mapped the service {{words}}',
        noServices: 'It names no service, and the source has no default',
        failed: 'Tried again: {{error}}',
        deleted: 'Its postmortem was deleted',
        unknown: 'Its turn',
      },
      none: 'No incident waits any more.',
      more: 'The latest are shown.',
    },
    services: {
      title: 'Services without an entity',
      text: 'Incidents name them, and nothing in the catalog stands for them.',
      service: 'Service',
      incidents: 'Incidents',
      waiting_one: '{{value}} ({{count}} waits)',
      waiting_other: '{{value}} ({{count}} wait)',
      suggestion: 'Perhaps',
      noSuggestion: 'Nothing has a name like it',
      map: 'Map',
      mapOf: 'Map {{service}}',
      truncated: 'Only the first {{value}} are shown.',
      none: 'Every service is mapped now.',
    },
    map: {
      title: 'What is {{service}} in the catalog?',
      entity: 'Entity',
      annotation: 'Either add this to the descriptor of {{entity}}:',
      thisEntity: 'the entity',
      several: 'If it has the annotation already, add the value after a comma.',
      others: 'These annotations do as well: {{names}}',
      config: 'Or this to app-config.yaml, which needs a restart:',
      close: 'Close',
    },
    severities: {
      title: 'Severities that nobody mapped',
      text: 'An incident whose severity is not known waits, as nobody can tell whether it owes a postmortem. Say in app-config.yaml what each of these is, and restart the backend:',
      word_one: '{{severity}} ({{count}} incident)',
      word_other: '{{severity}} ({{count}} incidents)',
    },
    deliveries: {
      title: 'Deliveries',
      text: 'What came in. What cannot be applied is tried again for some hours and then parked; nothing is lost.',
      show: 'Show',
      open: 'Not applied',
      type: 'Delivery',
      unread: 'Not read',
      backfill: 'Past incidents',
      source: 'Source',
      received: 'Received',
      status: 'Status',
      pending: 'Pending',
      applying: 'Being applied',
      again: 'Tried again {{when}}',
      applied: 'Applied',
      ignored: 'Ignored',
      parked: 'Parked',
      attempts_one: '{{count}} attempt',
      attempts_other: '{{count}} attempts',
      action: 'Action',
      replay: 'Replay',
      replayOf: 'Replay delivery {{id}} of {{source}}',
      asked: 'Delivery {{id}} is being applied once more.',
      replayed: 'Delivery {{id}} is applied.',
      parkedAgain: 'Delivery {{id}} was tried, and parked again.',
      replayFailed: 'Delivery {{id}} could not be replayed: {{message}}',
      noneOpen: 'Everything that came in is applied.',
      none: 'There is none.',
      noneText: 'Choose another status to see other deliveries.',
    },
  },
} as const;
