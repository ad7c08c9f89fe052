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

import autocannon from 'autocannon';
import type { BenchPortal } from './portal';

/** One thing to ask the portal for. */
export interface Target {
  name: string;
  /** Below the address of the portal. */
  path: string;
  /** What is sent there, made anew for each request; left out where it is asked for by GET. */
  post?: () => { headers: Record<string, string>; body: string };
}

/** What was measured of it. */
export interface Figures {
  /** Milliseconds. */
  p50: number;
  p99: number;
  requestsPerSecond: number;
}

/**
 * Asks for all targets in turns, round by round, so that what else the machine does falls on all
 * of them alike.
 *
 * @param options - `requests` is how often each target is asked for in each round; the first round
 *   warms up and is not counted
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
  /** Milliseconds until each answer. */
  times: number[];
  seconds: number;
}

async function ask(
  portal: BenchPortal,
  target: Target,
  options: { connections: number; requests: number },
): Promise<Answers> {
  const times: number[] = [];
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
    // To the end, so that no slow answer is left out.
    amount: Math.max(options.requests, options.connections),
    // It looks only so often, in milliseconds, whether it has all answers.
    sampleInt: 20,
    setupClient: client =>
      client.on('response', (_status, _bytes, time) => {
        times.push(time);
        end = performance.now();
      }),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${target.name} (${path}) failed ${result.non2xx + result.errors} times`,
    );
  }
  return { times, seconds: (end - start) / 1_000 };
}
