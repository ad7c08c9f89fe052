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

/** Incidents that came in by themselves, and what their sources say. */
export const incidents = {
  unstarted: {
    title_one: '{{count}} incident waits for a postmortem',
    title_other: '{{count}} incidents wait for a postmortem',
    resolved: 'resolved {{time}}',
    ongoing: 'started {{time}}',
    start: 'Start',
    startNamed: 'Start {{id}}',
    map: 'Map',
    mapNamed: 'Map what {{title}} names',
    showAll: 'Show all {{value}}',
    noSeverity: 'No severity',
    cover: {
      open: 'It has a postmortem already',
      openNamed: 'It has a postmortem already: {{title}}',
      another: 'Another postmortem covers it',
      title: 'Which postmortem covers the incident?',
      confirm: 'This one',
      incident: '{{source}} {{key}}: {{title}}',
      postmortem: 'Postmortem',
      follows:
        'It follows the incident from then on. Where both say something, you choose.',
      draftGoes:
        'It follows the incident from then on, and the draft {{id}} is removed.',
      failed: 'Postmortems could not be searched. Try again.',
    },
    waiting: {
      severity:
        '{{source}} calls its severity {{severities}}, which nobody has mapped yet.',
      services:
        'Nothing in the catalog stands for {{services}} of {{source}} yet.',
      noServices: '{{source}} does not say what is affected.',
      failed:
        'It could not be made a postmortem, and is tried again: {{error}}',
      failedSomehow: 'It could not be made a postmortem, and is tried again.',
      deleted: 'Its postmortem was deleted, and it gets no other by itself.',
    },
  },
  incident: {
    title: 'Incident',
    named: '{{source}} {{key}}',
    mergedInto: 'went on as part of {{link}}',
    alsoCovers: 'Also covers',
    from: 'From {{source}}',
    ours: 'Changed here',
    says: '{{source}} says: {{value}}',
  },
  differences: {
    title_one: '{{source}} says otherwise',
    title_other: '{{source}} says otherwise in {{count}} points',
    text: 'Somebody changed this here, and {{source}} changed it since. Choose what holds.',
    published:
      'It is published and does not follow {{source}}. To take what {{source}} says, reopen it first.',
    here: 'Here',
    since: 'since {{time}}',
    take: "Take {{source}}'s",
    takeNamed: "Take {{source}}'s: {{field}}",
    keep: 'Keep ours',
    settled: 'Nothing differs from {{source}} any more.',
    keepNamed: 'Keep ours: {{field}}',
  },
} as const;
