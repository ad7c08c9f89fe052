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

import type { incidents as english } from '../incidents';
import type { Translated } from '../translated';

export const incidents: Translated<typeof english> = {
  unstarted: {
    title_one: '{{count}} Incident wartet auf ein Postmortem',
    title_other: '{{count}} Incidents warten auf ein Postmortem',
    resolved: 'behoben {{time}}',
    ongoing: 'begonnen {{time}}',
    start: 'Beginnen',
    startNamed: '{{id}} beginnen',
    map: 'Zuordnen',
    mapNamed: 'Zuordnen, was {{title}} nennt',
    showAll: 'Alle {{value}} zeigen',
    noSeverity: 'Kein Schweregrad',
    cover: {
      open: 'Es hat schon ein Postmortem',
      openNamed: 'Es hat schon ein Postmortem: {{title}}',
      another: 'Ein anderes Postmortem umfasst ihn',
      title: 'Welches Postmortem umfasst den Incident?',
      confirm: 'Dieses',
      incident: '{{source}} {{key}}: {{title}}',
      postmortem: 'Postmortem',
      follows:
        'Von da an folgt es dem Incident. Wo beide etwas sagen, wählst du.',
      draftGoes:
        'Von da an folgt es dem Incident, und der Entwurf {{id}} wird entfernt.',
      failed: 'Postmortems konnten nicht durchsucht werden. Versuch es erneut.',
    },
    waiting: {
      severity:
        '{{source}} nennt als Schweregrad {{severities}}; das hat noch niemand zugeordnet.',
      services: 'Für {{services}} aus {{source}} steht noch nichts im Katalog.',
      noServices: '{{source}} sagt nicht, was betroffen ist.',
      failed:
        'Daraus konnte kein Postmortem werden; es wird erneut versucht: {{error}}',
      failedSomehow:
        'Daraus konnte kein Postmortem werden; es wird erneut versucht.',
      deleted:
        'Das zugehörige Postmortem wurde gelöscht, und von selbst entsteht kein neues.',
    },
  },
  incident: {
    title: 'Incident',
    named: '{{source}} {{key}}',
    mergedInto: 'ging als Teil von {{link}} weiter',
    alsoCovers: 'Umfasst auch',
    from: 'Aus {{source}}',
    ours: 'Hier geändert',
    says: '{{source}} sagt: {{value}}',
  },
  differences: {
    title_one: '{{source}} sagt etwas anderes',
    title_other: '{{source}} sagt in {{count}} Punkten etwas anderes',
    text: 'Jemand hat das hier geändert, und {{source}} hat es seither geändert. Wähle, was gilt.',
    published:
      'Es ist veröffentlicht und folgt {{source}} nicht. Um zu übernehmen, was {{source}} sagt, öffne es zuerst wieder.',
    here: 'Hier',
    since: 'seit {{time}}',
    take: 'Von {{source}} übernehmen',
    takeNamed: 'Von {{source}} übernehmen: {{field}}',
    keep: 'Unseres behalten',
    settled: '{{source}} sagt nichts anderes mehr.',
    keepNamed: 'Unseres behalten: {{field}}',
  },
};
