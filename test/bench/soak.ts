import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './databases';
import type { BenchPortal } from './portal';
import { slope } from './slope';
import type { BenchTarget } from './targets';

/** Requests per second: enough to show a leak, and few enough to run beside other work. */
const RATE = 20;
const SAMPLE_MS = 15_000;
/**
 * Share of the time that is ignored. For some 6,000 requests, the heap fluctuates with compiled
 * code.
 */
const WARM_UP = 0.5;
/** Maximum heap growth per minute, about 200 bytes per request. */
const MOST_GROWTH_MB = 0.25;
const MB = 1_048_576;

interface Memory {
  heapUsed: number;
  rss: number;
}

interface Sample extends Memory {
  minute: number;
}

/** Requests all targets in turn for some minutes, and reports memory usage. */
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
  if (!response.ok)
    throw new Error(`${name} responded with ${response.status}`);
}
