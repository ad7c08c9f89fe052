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
import { installPlugin } from './installed';
import { median } from './median';
import { startUp } from './portal';
import type { Start } from './portal';

/** How much longer the start may take with the plugin than without it, in milliseconds. */
const MOST_MS = 300;

/**
 * How much longer the portal takes until it is ready with the plugin than without it. The plugin is
 * installed as it is published, so that nothing of it is transpiled meanwhile.
 *
 * @param times - how often it is started each way, in turns
 */
export async function measureStarts(
  database: Database,
  times: number,
): Promise<string> {
  const plugin = await installPlugin();
  const took = { with: [] as Start[], without: [] as Start[] };
  for (let time = 0; time <= times; time++) {
    const without = await startUp(database, undefined);
    const withPlugin = await startUp(database, plugin);
    // The first of each fills the caches of the machine.
    if (time === 0) continue;
    took.without.push(without);
    took.with.push(withPlugin);
  }
  const row = (title: string, of: keyof Start) => {
    const before = median(took.without.map(start => start[of]));
    const after = median(took.with.map(start => start[of]));
    const more = after - before;
    const verdict = `${more <= MOST_MS ? '✔' : '✘'} ≤ ${MOST_MS}`;
    return `| ${title} | ${before.toFixed()} | ${after.toFixed()} | ${more.toFixed()} | ${verdict} |`;
  };
  return [
    `### Start-up, ${database.name}`,
    '',
    `Milliseconds until the backend is ready, medians of ${times}:`,
    '',
    '| | without the plugin | with it | more | target |',
    '| --- | ---: | ---: | ---: | :--- |',
    row('time', 'time'),
    row('time of the processor', 'processor'),
    '',
  ].join('\n');
}
