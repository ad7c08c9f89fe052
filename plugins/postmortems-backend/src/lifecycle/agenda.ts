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

import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import type {
  AgendaItem,
  Comment,
  Postmortem,
} from 'backstage-plugin-postmortems-common';

/**
 * The open questions of a postmortem, for the meeting to settle: what is missing, ideas that
 * nobody has decided on, and comments that nobody has resolved.
 */
export function agendaOf(
  postmortem: Postmortem,
  openComments: Comment[],
): AgendaItem[] {
  return [
    ...publicationRequirements(postmortem)
      // Approvals come after the meeting.
      .filter(({ key, met }) => !met && key !== 'approvals')
      .map(({ key }) => ({ kind: 'missing' as const, key })),
    ...postmortem.actionItems
      .filter(({ status }) => status === 'proposed')
      .map(({ id, title }) => ({
        kind: 'proposed-action-item' as const,
        actionItemId: id,
        title,
      })),
    ...openComments.map(({ id, anchor, authorRef, markdown }) => ({
      kind: 'open-comment' as const,
      commentId: id,
      anchor,
      authorRef,
      markdown,
    })),
  ];
}
