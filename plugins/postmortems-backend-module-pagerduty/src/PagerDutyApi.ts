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
import { CustomErrorBase, ServiceUnavailableError } from '@backstage/errors';
import { retryAfterSeconds } from 'backstage-plugin-postmortems-node';

const TIMEOUT_MS = 20_000;
/** How often a request is made that PagerDuty does not answer. */
const MAX_ATTEMPTS = 2;
/** How often a request is repeated that PagerDuty wants to have later. */
const MAX_WAITS = 5;
/** PagerDuty counts by the minute, so that it never has to be longer. */
const MAX_WAIT_SECONDS = 60;
const DEFAULT_WAIT_SECONDS = 10;

/** PagerDuty says no, and will until somebody changes something. */
export class PagerDutyRefusedError extends CustomErrorBase {
  name = 'PagerDutyRefusedError' as const;
}

/** PagerDuty's REST API, version 2, as far as it is read. */
export class PagerDutyApi {
  readonly #options: { baseUrl: string; token: string };

  constructor(options: { baseUrl: string; token: string }) {
    this.#options = options;
  }

  /**
   * Gets a resource, waiting where PagerDuty wants fewer requests.
   *
   * @returns undefined where there is no such resource
   * @throws PagerDutyRefusedError, and ServiceUnavailableError where trying again can help
   */
  async get(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { baseUrl } = this.#options;
    const url = `${baseUrl}${path}?${new URLSearchParams(query)}`;
    for (let waits = 0; ; waits++) {
      const response = await this.#request(url, signal);
      if (response.ok) return readJson(response);
      // Read to its end, so that the connection can be used again.
      await response.arrayBuffer().catch(() => {});
      if (response.status === 404) return undefined;
      if (response.status === 429 && waits < MAX_WAITS) {
        await sleep(waitSeconds(response) * 1_000, undefined, { signal });
      } else {
        throw toError(response.status, path);
      }
    }
  }

  async #request(url: string, signal: AbortSignal): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      try {
        return await fetch(url, {
          headers: {
            Accept: 'application/vnd.pagerduty+json;version=2',
            Authorization: `Token token=${this.#options.token}`,
          },
          signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        });
      } catch (error) {
        signal.throwIfAborted();
        // A connection kept open may have been closed at the other end just then.
        if (attempt < MAX_ATTEMPTS) continue;
        throw new ServiceUnavailableError(
          'PagerDuty could not be reached',
          error as Error,
        );
      }
    }
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new ServiceUnavailableError(
      'PagerDuty answered with what is no JSON',
      error as Error,
    );
  }
}

function waitSeconds({ headers }: Response): number {
  const reset = headers.get('ratelimit-reset') ?? '';
  const asked = /^\d+$/.test(reset)
    ? Number(reset)
    : retryAfterSeconds(name => headers.get(name)) ?? DEFAULT_WAIT_SECONDS;
  return Math.min(Math.max(asked, 1), MAX_WAIT_SECONDS);
}

function toError(status: number, path: string): Error {
  if (status === 401 || status === 403) {
    return new PagerDutyRefusedError(
      'PagerDuty does not accept postmortems.incidentSources.pagerduty.token, or it may not read this',
    );
  }
  if (status === 429) {
    return new ServiceUnavailableError('PagerDuty wants fewer requests');
  }
  if (status >= 500) {
    return new ServiceUnavailableError(`PagerDuty answered ${status}`);
  }
  return new PagerDutyRefusedError(`PagerDuty answered ${status} to ${path}`);
}
