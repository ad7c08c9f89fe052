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

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './databases';
import type { BenchPortal } from './portal';
import { slope } from './slope';
import type { BenchTarget } from './targets';

/** How many requests a second: enough to show a leak, few enough to go on beside other work. */
const RATE = 20;
const SAMPLE_MS = 15_000;
/**
 * The part of the time that is not judged. Until some 6,000 requests the heap goes up and down by
 * what is compiled, and by what of that is dropped again.
 */
const WARM_UP = 0.5;
/** How much the heap may grow in a minute: some 200 bytes for each request. */
const MOST_GROWTH_MB = 0.25;
const MB = 1_048_576;

interface Memory {
  heapUsed: number;
  rss: number;
}

interface Sample extends Memory {
  minute: number;
}

/** Asks for everything in turns for some minutes, and tells how the memory went. */
export async function soak(
  portal: BenchPortal,
  database: Database,
  targets: BenchTarget[],
  minutes: number,
): Promise<string> {
  const samples: Sample[] = [];
  const start = Date.now();
  const end = start + minutes * 60_000;
  const sample = async () => {
    const minute = (Date.now() - start) / 60_000;
    const memory = await portal.get<Memory>('/api/postmortems/memory');
    samples.push({ ...memory, minute });
  };
  let asked = 0;
  while (Date.now() < end) {
    if (Date.now() >= start + samples.length * SAMPLE_MS) await sample();
    await request(portal, targets[asked % targets.length]);
    asked++;
    await sleep(Math.max(0, start + (asked * 1_000) / RATE - Date.now()));
  }
  await sample();
  return [
    `### Memory, ${database.name}`,
    '',
    `${asked} requests in ${minutes} minutes, everything above in turns. In MB, after collecting what is no longer needed:`,
    '',
    '| minute | heap | resident |',
    '| ---: | ---: | ---: |',
    ...samples.map(
      ({ minute, heapUsed, rss }) =>
        `| ${minute.toFixed(1)} | ${(heapUsed / MB).toFixed(1)} | ${(
          rss / MB
        ).toFixed()} |`,
    ),
    '',
    verdict(samples, minutes),
    '',
  ].join('\n');
}

function verdict(samples: Sample[], minutes: number): string {
  const warm = WARM_UP * minutes;
  const growth = slope(
    samples
      .filter(({ minute }) => minute >= warm)
      .map(({ minute, heapUsed }) => ({ x: minute, y: heapUsed / MB })),
  );
  const holds = growth <= MOST_GROWTH_MB ? '✔' : '✘';
  return `From minute ${warm.toFixed(1)} on the heap grew by ${growth.toFixed(
    2,
  )} MB a minute, by least squares (${holds} ≤ ${MOST_GROWTH_MB}).`;
}

async function request(
  { url, headers }: BenchPortal,
  { name, path, post }: BenchTarget,
): Promise<void> {
  const sent = post?.();
  const response = await fetch(url + path, {
    method: sent ? 'POST' : 'GET',
    headers: { ...headers, ...sent?.headers },
    body: sent?.body,
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
}
