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

/** Comments on a postmortem and its parts. */
export const comments = {
  comments: {
    title: 'Comments',
    close: 'Close the comments',
    open_one: 'Comments: {{count}} open',
    open_other: 'Comments: {{count}} open',
    none: 'Comments',
    on: 'Comment on {{part}}',
    openOn_one: '{{count}} open comment on {{part}}',
    openOn_other: '{{count}} open comments on {{part}}',
    part: {
      whole: 'The postmortem as a whole',
      event: 'Event: {{text}}',
      removed: 'What has been removed since',
    },
    filter: {
      label: 'Which comments',
      open: 'Open ({{value}})',
      resolved: 'Resolved ({{value}})',
    },
    empty: {
      open: 'No comment is open.',
      resolved: 'No comment is resolved.',
      how: 'Comment on the whole here, or on any part by the bubble beside it.',
    },
    missing: 'Comment {{id}} is not here any more.',
    add: 'Comment',
    addTo: 'Comment on: {{part}}',
    text: 'Comment (Markdown)',
    editTitle: 'Edit the comment',
    name: 'comment by {{author}}',
    linkTo: 'Link to comment {{id}}',
    edited: 'edited',
    resolve: 'Resolve',
    resolveNamed: 'Resolve: {{name}}',
    reopen: 'Reopen',
    reopenNamed: 'Reopen: {{name}}',
    resolvedBy: 'Resolved by {{person}} {{when}}',
  },
} as const;
