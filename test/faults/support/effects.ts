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

import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The file that all instances of a portal record in. */
export const EFFECTS_FILE = 'FAULTS_EFFECTS_FILE';

/** Something that the world outside noticed. */
export type Effect = Record<string, string | undefined>;

/** Records what a portal did. A line is written at once, so that no two mix. */
export function recordEffect(effect: Effect): void {
  appendFileSync(process.env[EFFECTS_FILE]!, `${JSON.stringify(effect)}\n`);
}

/** All that was recorded by now. */
export function readEffects(file = process.env[EFFECTS_FILE]!): Effect[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // The last is empty, or half written by a process that was killed.
  return lines.slice(0, -1).map(line => JSON.parse(line));
}
