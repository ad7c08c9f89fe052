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
  Postmortem,
  SourceFact,
} from 'backstage-plugin-postmortems-common';

/** Facts that are so unless somebody says otherwise: no news while they are. */
const USUAL: Partial<Record<SourceFact['field'], unknown>> = {
  outcome: 'incident',
  visibility: 'internal',
};

function saysSomething({ field, value }: SourceFact): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== USUAL[field];
}

/** The facts that the page has from the incident's source. */
export function factsFromSource({ sourceFacts }: Postmortem): SourceFact[] {
  return sourceFacts.filter(
    fact => fact.state === 'same' && saysSomething(fact),
  );
}

/** The facts that people changed, so that they are not what the source says. */
export function factsChangedHere({ sourceFacts }: Postmortem): SourceFact[] {
  return sourceFacts.filter(({ state }) => state !== 'same');
}

/** The facts of which a person has to choose whose hold. */
export function factsToChoose({ sourceFacts }: Postmortem): SourceFact[] {
  return sourceFacts.filter(({ state }) => state === 'differs');
}
