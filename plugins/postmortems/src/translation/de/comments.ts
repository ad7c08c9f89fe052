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

import type { comments as english } from '../comments';
import type { Translated } from '../translated';

export const comments: Translated<typeof english> = {
  comments: {
    title: 'Kommentare',
    close: 'Kommentare schließen',
    open_one: 'Kommentare: {{count}} offen',
    open_other: 'Kommentare: {{count}} offen',
    none: 'Kommentare',
    on: '{{part}} kommentieren',
    openOn_one: '{{count}} offener Kommentar zu {{part}}',
    openOn_other: '{{count}} offene Kommentare zu {{part}}',
    part: {
      whole: 'Das Postmortem als Ganzes',
      event: 'Ereignis: {{text}}',
      removed: 'Inzwischen Entferntes',
    },
    filter: {
      label: 'Welche Kommentare',
      open: 'Offen ({{value}})',
      resolved: 'Erledigt ({{value}})',
    },
    empty: {
      open: 'Kein Kommentar ist offen.',
      resolved: 'Kein Kommentar ist erledigt.',
      how: 'Kommentiere hier das Ganze, oder jeden Teil über die Sprechblase daneben.',
    },
    missing: 'Kommentar {{id}} gibt es hier nicht mehr.',
    add: 'Kommentieren',
    addTo: 'Kommentar zu: {{part}}',
    text: 'Kommentar (Markdown)',
    editTitle: 'Den Kommentar bearbeiten',
    name: 'Kommentar von {{author}}',
    linkTo: 'Link zum Kommentar {{id}}',
    edited: 'bearbeitet',
    resolve: 'Erledigen',
    resolveNamed: 'Erledigen: {{name}}',
    reopen: 'Wieder öffnen',
    reopenNamed: 'Wieder öffnen: {{name}}',
    resolvedBy: 'Erledigt von {{person}} {{when}}',
  },
};
