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

import type { Database } from './databases';
import { median } from './median';
import { startUp } from './portal';

/**
 * How much longer the portal takes until it is ready with the plugin than without it. The plugin is
 * run from its sources, and what it takes to transpile those is part of the figure.
 *
 * @param times - how often it is started each way, in turns
 */
export async function measureStarts(
  database: Database,
  times: number,
): Promise<string> {
  const took = { with: [] as number[], without: [] as number[] };
  for (let time = 0; time <= times; time++) {
    const without = await startUp(database, { withPlugin: false });
    const withPlugin = await startUp(database, { withPlugin: true });
    // The first of each fills the caches of the machine.
    if (time === 0) continue;
    took.without.push(without);
    took.with.push(withPlugin);
  }
  const before = median(took.without);
  const after = median(took.with);
  return [
    `## Start-up, ${database.name}`,
    '',
    `Until the backend is ready, median of ${times}: ${before.toFixed()} ms without the plugin, ${after.toFixed()} ms with it, ${(
      after - before
    ).toFixed()} ms more.`,
    '',
  ].join('\n');
}
