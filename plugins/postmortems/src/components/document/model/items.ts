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
  ActionItem,
  ContributingFactor,
  Postmortem,
  TimelineEvent,
} from 'backstage-plugin-postmortems-common';

function replaced<T extends { id: string }>(items: T[], item: T): T[] {
  return items.some(({ id }) => id === item.id)
    ? items.map(each => (each.id === item.id ? item : each))
    : [...items, item];
}

/** The postmortem with an event in its timeline, new or changed, at its place in time. */
export function withEvent(
  postmortem: Postmortem,
  event: TimelineEvent,
): Postmortem {
  return {
    ...postmortem,
    timeline: replaced(postmortem.timeline, event).sort(
      (a, b) =>
        Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
        Number(a.id) - Number(b.id),
    ),
  };
}

/** The postmortem without an event of its timeline. */
export function withoutEvent(postmortem: Postmortem, id: string): Postmortem {
  return {
    ...postmortem,
    timeline: postmortem.timeline.filter(event => event.id !== id),
  };
}

/** The postmortem with a contributing factor, new or changed. */
export function withFactor(
  postmortem: Postmortem,
  factor: ContributingFactor,
): Postmortem {
  return {
    ...postmortem,
    contributingFactors: replaced(postmortem.contributingFactors, factor),
  };
}

/** The postmortem without a contributing factor. */
export function withoutFactor(postmortem: Postmortem, id: string): Postmortem {
  return {
    ...postmortem,
    contributingFactors: postmortem.contributingFactors.filter(
      factor => factor.id !== id,
    ),
  };
}

/** The postmortem with an action item, new or changed. */
export function withActionItem(
  postmortem: Postmortem,
  item: ActionItem,
): Postmortem {
  return { ...postmortem, actionItems: replaced(postmortem.actionItems, item) };
}

/** The postmortem without an action item. */
export function withoutActionItem(
  postmortem: Postmortem,
  id: string,
): Postmortem {
  return {
    ...postmortem,
    actionItems: postmortem.actionItems.filter(item => item.id !== id),
  };
}

/** The postmortem with an action item at another place among them, from 0. */
export function withActionItemAt(
  postmortem: Postmortem,
  item: ActionItem,
  place: number,
): Postmortem {
  const others = postmortem.actionItems.filter(each => each.id !== item.id);
  return {
    ...postmortem,
    actionItems: [...others.slice(0, place), item, ...others.slice(place)],
  };
}
