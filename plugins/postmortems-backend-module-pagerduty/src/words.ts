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

import type { SourcePerson } from 'backstage-plugin-postmortems-node';

/** Lines of the timeline, the same for what a webhook and what the log tells. */

export function escalatedTo(people: SourcePerson[]): string {
  return people.length ? `Escalated to ${names(people)}` : 'Escalated';
}

export function reassignedTo(people: SourcePerson[]): string {
  return people.length ? `Reassigned to ${names(people)}` : 'Reassigned';
}

export function delegatedTo(policy: string | undefined): string {
  return policy
    ? `Handed over to the escalation policy ${literal(policy)}`
    : 'Handed over to another escalation policy';
}

export const UNACKNOWLEDGED =
  'No longer acknowledged: taken back, or not resolved in time';

/** @returns undefined where there is no conference bridge */
export function conferenceBridge(options: {
  url: string | undefined;
  numbers: (string | undefined)[];
}): string | undefined {
  const { url, numbers } = options;
  const ways = [
    ...(url ? [`<${url}>`] : []),
    ...numbers.flatMap(number => (number ? [literal(number)] : [])),
  ];
  return ways.length ? `Conference bridge: ${ways.join(', ')}` : undefined;
}

/** What PagerDuty cut off is said to be missing. */
export function maybeTrimmed(
  text: string | undefined,
  trimmed: boolean | null | undefined,
): string | undefined {
  return text && trimmed ? `${text} …` : text;
}

function names(people: SourcePerson[]): string {
  return people
    .map(({ name, email }) => literal(name ?? email ?? ''))
    .join(', ');
}

/** Text that Markdown leaves as it is. */
function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()~|#]/g, '\\$&');
}
