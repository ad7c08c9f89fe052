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

import type { CreateTicketRequest } from 'backstage-plugin-postmortems-node';

/** What an issue is found by again: a comment that GitHub keeps and does not show. */
export function markerOf(idempotencyKey: string): string {
  return `<!-- postmortems: ${idempotencyKey} -->`;
}

/** The text of an issue, in GitHub's Markdown. */
export function describeIssue(request: CreateTicketRequest): string {
  const { actionItem, postmortem, idempotencyKey } = request;
  const facts = [
    actionItem.priority,
    actionItem.kind,
    ...(actionItem.dueAt ? [`due ${actionItem.dueAt.slice(0, 10)}`] : []),
    ...(actionItem.ownerRef ? [`owner ${actionItem.ownerRef}`] : []),
  ];
  return [
    ...(actionItem.description ? [actionItem.description, '---'] : []),
    `Action item [${actionItem.id}](${
      postmortem.url
    }) of the postmortem “${literal(postmortem.title)}”: ${facts.join(', ')}`,
    markerOf(idempotencyKey),
  ].join('\n\n');
}

/** Text that Markdown leaves as it is, and that mentions nobody and no issue. */
function literal(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>()~|]/g, '\\$&')
    .replace(/[#@]/g, '$&\u200b');
}
