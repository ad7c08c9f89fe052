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

import {
  TicketRefusedError,
  TrackerUnavailableError,
  retryAfterSeconds,
} from 'backstage-plugin-postmortems-node';

/** What octokit throws: with a response where GitHub answered. */
export interface GitHubError extends Error {
  status: number;
  response?: {
    headers: Record<string, string | number | undefined>;
    data?: unknown;
  };
}

/** GitHub asks for at least this where it limits without saying for how long. */
const SECONDARY_LIMIT_SECONDS = 60;

/** Whether octokit threw it, from whichever of its copies. */
export function isGitHubError(error: unknown): error is GitHubError {
  return error instanceof Error && 'status' in error;
}

/** An error of octokit as trackers throw it. What is none of octokit's stays as it is. */
export function toTrackerError(error: unknown, where: string): unknown {
  if (!isGitHubError(error)) return error;
  if (!error.response) {
    return new TrackerUnavailableError('GitHub could not be reached');
  }
  const { status, message } = error;
  const seconds = limitedFor(error);
  if (seconds !== undefined) {
    return new TrackerUnavailableError('GitHub wants fewer requests', {
      retryAfterSeconds: seconds,
    });
  }
  if (status >= 500) {
    return new TrackerUnavailableError(`GitHub answered ${status}`);
  }
  switch (status) {
    case 401:
      return new TicketRefusedError(
        `GitHub does not accept the credentials that integrations.github has for ${where}`,
      );
    case 403:
      return new TicketRefusedError(
        `The credentials for ${where} may not do this: ${message}`,
      );
    case 404:
      return new TicketRefusedError(
        `There is no repository ${where}, or the credentials for it do not reach it`,
      );
    case 410:
      return new TicketRefusedError(`Issues are disabled in ${where}`);
    default:
      return new TicketRefusedError(`GitHub refused: ${message}`);
  }
}

/** For how many seconds GitHub wants no requests, if that is what it says. */
function limitedFor(error: GitHubError): number | undefined {
  const { status, message } = error;
  if (status !== 403 && status !== 429) return undefined;
  const header = (name: string) => {
    const value = error.response?.headers[name];
    return value === undefined ? undefined : String(value);
  };
  const asked = retryAfterSeconds(header);
  if (asked !== undefined) return asked;
  if (header('x-ratelimit-remaining') === '0') {
    const reset = Number(header('x-ratelimit-reset'));
    const now = Date.parse(header('date') ?? '') / 1_000;
    return Math.max(1, Math.ceil(reset - now)) || SECONDARY_LIMIT_SECONDS;
  }
  return status === 429 || /rate limit/i.test(message)
    ? SECONDARY_LIMIT_SECONDS
    : undefined;
}
