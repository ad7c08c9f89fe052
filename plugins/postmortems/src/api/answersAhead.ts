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
  EndpointName,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { onChange } from '../live/changes';

/** An operation that reads, and what it is asked with. */
export type Question = {
  [TName in EndpointName]: [
    name: TName,
    input: Parameters<PostmortemsApi[TName]>[0],
  ];
}[EndpointName];

/** How long an answer waits for its screen, in milliseconds: on a slow line, that takes a while. */
const KEPT_FOR = 30_000;

interface Asked {
  at: number;
  answer: Promise<unknown>;
}

/** What was asked ahead, by API and question. */
const askedAhead = new WeakMap<PostmortemsApi, Map<string, Asked>>();

/** The same question has the same key, in whatever order its parts stand. */
function keyOf(name: string, input: unknown): string {
  const inOrder = (_: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(([one], [other]) =>
            one < other ? -1 : 1,
          ),
        )
      : value;
  return `${name} ${JSON.stringify(input, inOrder)}`;
}

type Calls = Record<string, (...args: unknown[]) => Promise<unknown>>;

/**
 * The same API, which answers what was asked ahead with the answer that is on its way already:
 * once, and not after a change.
 */
export function withAnswersAhead(api: PostmortemsApi): PostmortemsApi {
  const asked = new Map<string, Asked>();
  onChange(() => asked.clear());

  const answering = new Proxy(api, {
    get(_target, name) {
      const call = (api as unknown as Calls)[name as string];
      if (typeof call !== 'function') return call;
      return (...args: unknown[]) => {
        if (asked.size > 0 && args.length === 1) {
          const key = keyOf(name as string, args[0]);
          const known = asked.get(key);
          asked.delete(key);
          if (known && Date.now() - known.at < KEPT_FOR) return known.answer;
        }
        return call(...args);
      };
    },
  });
  askedAhead.set(answering, asked);
  return answering;
}

/**
 * Asks what a screen is going to ask, while the screen itself is still on its way. An API that
 * somebody has put in the place of ours is not asked.
 */
export function askAhead(
  api: PostmortemsApi | undefined,
  questions: Question[],
): void {
  const asked = api && askedAhead.get(api);
  if (!asked) return;
  for (const [name, input] of questions) {
    const key = keyOf(name, input);
    const known = asked.get(key);
    if (known && Date.now() - known.at < KEPT_FOR) continue;
    const answer = (api as unknown as Calls)[name](input);
    // Whoever asks hears of the failure.
    answer.catch(() => undefined);
    asked.set(key, { at: Date.now(), answer });
  }
}
