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
  TimelineEvent,
  TimelineEventKind,
} from 'backstage-plugin-postmortems-common';

/** A timeline event as its form holds it. */
export interface EventValues {
  occurredAt?: string;
  kind: TimelineEventKind;
  text: string;
  url: string;
}

/** What the form of an event begins with. */
export function valuesOfEvent(event: TimelineEvent): EventValues {
  return {
    occurredAt: event.occurredAt,
    kind: event.kind,
    text: event.text,
    url: event.link?.url ?? '',
  };
}

/** What the form of the next event begins with: the time of the one before it. */
export function valuesOfNext(occurredAt: string): EventValues {
  return { occurredAt, kind: 'note', text: '', url: '' };
}

/** What the values say of the link; its title stays while it leads to the same place. */
export function linkOf(values: EventValues, event?: TimelineEvent) {
  const url = values.url.trim();
  if (!url) return undefined;
  return url === event?.link?.url ? event.link : { url };
}
