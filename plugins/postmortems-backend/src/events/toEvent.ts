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

import type {
  HistoryEntry,
  PostmortemEvent,
  Visibility,
} from 'backstage-plugin-postmortems-common';

/** A change that is to be told: an entry of the history, or the deletion that ends it. */
export type Change = Omit<HistoryEntry, 'id' | 'action'> & {
  action: PostmortemEvent['action'];
};

/** Changes of texts, which can be long; an event says which text changed, not how. */
const TEXTS = /^(section|timeline-event|contributing-factor)-/;

/**
 * The event that tells of a change.
 *
 * @param id - a UUID by which receivers know it again
 */
export function toEvent(
  postmortem: { id: string; visibility: Visibility },
  change: Change,
  id: string,
): PostmortemEvent {
  const { before, after, reason, ...rest } = change;
  const { id: postmortemId, visibility } = postmortem;
  return {
    id,
    postmortemId,
    visibility,
    ...(change.action.startsWith('action-item-') && {
      actionItemId: `${postmortemId}/${change.field}`,
    }),
    ...rest,
    // Receivers may pass on what they are told, to people who must not know of it.
    ...(visibility === 'internal' && { reason }),
    ...(visibility === 'internal' &&
      !TEXTS.test(change.action) && { before, after }),
  };
}
