import autocannon from 'autocannon';
import type { BenchPortal } from './portal';

/** A request to measure. */
export interface Target {
  name: string;
  /** Relative to the portal's URL. */
  path: string;
  /** Creates the body of a POST request; omitted for GET. */
  post?: () => { headers: Record<string, string>; body: string };
}

/** The results for a target. */
export interface Figures {
  /** Milliseconds. */
  p50: number;
  p99: number;
  requestsPerSecond: number;
}

/**
 * Requests all targets in turn, round by round, so that other load affects all of them alike.
 *
 * @param options - `requests` per target and round; the first round is a warm-up
 */
export async function measure(
  portal: BenchPortal,
  targets: Target[],
  options: { connections: number; rounds: number; requests: number },
): Promise<Map<string, Figures>> {
  const taken = new Map<string, Answers[]>();
  for (const { name } of targets) taken.set(name, []);
  for (let round = 0; round <= options.rounds; round++) {
    for (const target of targets) {
      const answers = await ask(portal, target, options);
      if (round > 0) taken.get(target.name)!.push(answers);
    }
  }
  return new Map([...taken].map(([name, rounds]) => [name, figuresOf(rounds)]));
}

function figuresOf(rounds: Answers[]): Figures {
  const times = rounds.flatMap(round => round.times).sort((a, b) => a - b);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)];
  return {
    p50: at(0.5),
    p99: at(0.99),
    requestsPerSecond: times.length / seconds,
  };
}

interface Answers {
  /** Response times in milliseconds. */
  times: number[];
  seconds: number;
}

async function ask(
  portal: BenchPortal,
  target: Target,
  options: { connections: number; requests: number },
): Promise<Answers> {
  const times: number[] = [];
  const failures = new Set<number>();
  const start = performance.now();
  let end = start;
  const { path, post } = target;
  const result = await autocannon({
    url: portal.url,
    requests: [
      {
        path,
        headers: portal.headers,
        ...(post && {
          method: 'POST',
          setupRequest: (request: autocannon.Request) => ({
            ...request,
            ...post(),
          }),
        }),
      },
    ],
    connections: options.connections,
    // Wait for all responses, so that slow ones count.
    amount: Math.max(options.requests, options.connections),
    // Interval for detecting the end, in milliseconds.
    sampleInt: 20,
    setupClient: client =>
      client.on('response', (status, _bytes, time) => {
        if (status >= 300) failures.add(status);
        times.push(time);
        end = performance.now();
      }),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${target.name} (${path}): ${
        result.non2xx + result.errors
      } requests failed, with status ${[...failures].join(', ') || 'none'}`,
    );
  }
  return { times, seconds: (end - start) / 1_000 };
}
