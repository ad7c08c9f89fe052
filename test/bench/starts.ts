import type { Database } from './databases';
import { installPlugin } from './installed';
import { median } from './median';
import { startUp } from './portal';
import type { Start } from './portal';

/** Maximum additional startup time with the plugin, in milliseconds. */
const MOST_MS = 300;

/**
 * Compares the startup time with and without the plugin, installed as published, so that
 * transpiling doesn't count.
 *
 * @param times - number of starts each, alternating
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
    // The first start of each is a warm-up.
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
    '| | without the plugin | with it | difference | target |',
    '| --- | ---: | ---: | ---: | :--- |',
    row('time', 'time'),
    row('CPU time', 'processor'),
    '',
  ].join('\n');
}
