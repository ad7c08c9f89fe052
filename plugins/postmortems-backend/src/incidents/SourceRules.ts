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

import type { SeverityScale } from '../policy';

/** What is configured for one source, beside what its module reads. */
export interface SourceRules {
  /** Ids of severities by the source's words in lower case. */
  severities: ReadonlyMap<string, string>;
  /** Entities by id or name of a service, in lower case. */
  services: ReadonlyMap<string, string[]>;
  /** Whether a service maps to the entity that has the same name. */
  matchByName: boolean;
  /** What is affected where none of an incident's services is known. */
  defaultEntities: string[];
}

/** The id of a severity that a source names; undefined where nobody mapped it. */
export function mapSeverity(
  word: string,
  rules: Pick<SourceRules, 'severities'>,
  scale: SeverityScale,
): string | undefined {
  const configured = rules.severities.get(word.trim().toLocaleLowerCase('en'));
  if (configured) return configured;
  return scale.has(word) ? scale.canonical(word) : undefined;
}
