import { setTimeout as sleep } from 'node:timers/promises';
import { CustomErrorBase, ServiceUnavailableError } from '@backstage/errors';
import { retryAfterSeconds } from 'backstage-plugin-postmortems-node';

const TIMEOUT_MS = 20_000;
/** Maximum number of attempts for a request that gets no response. */
const MAX_ATTEMPTS = 2;
/** Maximum number of retries for a rate-limited request. */
const MAX_WAITS = 5;
/** Rate limits are per minute, so no wait needs to be longer. */
const MAX_WAIT_SECONDS = 60;
const DEFAULT_WAIT_SECONDS = 10;

/** PagerDuty refused a request, and will refuse it again until someone changes a setting. */
export class PagerDutyRefusedError extends CustomErrorBase {
  name = 'PagerDutyRefusedError' as const;
}

/** The part of PagerDuty's REST API v2 that is used here. */
export class PagerDutyApi {
  readonly #options: { baseUrl: string; token: string };

  constructor(options: { baseUrl: string; token: string }) {
    this.#options = options;
  }

  /**
   * Loads a resource, waiting when rate limited.
   *
   * @returns undefined if it doesn't exist
   * @throws PagerDutyRefusedError, or ServiceUnavailableError if a retry can help
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
      // Consume the body, so that the connection can be reused.
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
        // The server may have just closed a keep-alive connection.
        if (attempt < MAX_ATTEMPTS) continue;
        throw new ServiceUnavailableError(
          'PagerDuty is unreachable',
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
      'PagerDuty did not respond with JSON',
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
      'PagerDuty rejected the request. Check postmortems.incidentSources.pagerduty.token and its permissions',
    );
  }
  if (status === 429) {
    return new ServiceUnavailableError('PagerDuty rate limit reached');
  }
  if (status >= 500) {
    return new ServiceUnavailableError(`PagerDuty responded with ${status}`);
  }
  return new PagerDutyRefusedError(
    `PagerDuty responded with ${status} to ${path}`,
  );
}
