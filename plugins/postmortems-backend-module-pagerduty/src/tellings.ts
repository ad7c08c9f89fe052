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
  SourcePerson,
  UnkeyedChange,
} from 'backstage-plugin-postmortems-node';
import { bySecond } from './snapshot';

/** When something happened to which incident, and by whom. */
export interface Occasion {
  incident: string;
  at: string;
  by?: SourcePerson;
}

export function milestone(
  { incident, at, by }: Occasion,
  kind: 'acknowledged' | 'resolved' | 'reopened',
): UnkeyedChange[] {
  return [{ kind, incident, at: bySecond(at), by }];
}

/** A line of the timeline, where there is something to say. */
export function note(
  { incident, at, by }: Occasion,
  text: string | undefined,
  timelineKind?: 'communication',
): UnkeyedChange[] {
  if (!text) return [];
  return [{ kind: 'note', incident, at: bySecond(at), text, by, timelineKind }];
}

export function responders(
  { incident, at }: Occasion,
  people: (SourcePerson | undefined)[],
): UnkeyedChange[] {
  return people.flatMap(person =>
    person
      ? [{ kind: 'person-assigned', incident, at, person, role: 'responder' }]
      : [],
  );
}
