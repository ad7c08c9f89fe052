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

/** Which Jira, and as whom. */
export interface JiraConnection {
  /** Where people see it, without a slash at the end. */
  baseUrl: string;
  /** Where its API is; the same unless a token with scopes is used. */
  apiBaseUrl: string;
  /** 3 is Cloud, 2 is Data Center. */
  apiVersion: 2 | 3;
  /** The value of the header `Authorization`. */
  authorization: string;
}

/** Jira answers 400 or 404 to a call: what that means depends on the call. */
export class JiraProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What Jira says in the body of a refusal. */
interface Refusal {
  errorMessages?: string[];
  errors?: Record<string, string>;
  message?: string;
}

/** Calls the REST API of a Jira, and turns its failures into those that trackers throw. */
export class JiraClient {
  readonly #connection: JiraConnection;

  constructor(connection: JiraConnection) {
    this.#connection = connection;
  }

  /**
   * @param path - below `/rest/api/2` or `3`
   * @throws TrackerUnavailableError
   * @throws TicketRefusedError
   * @throws JiraProblem for the answers 400, 404 and others about what was asked
   */
  async call<T>(
    method: 'GET' | 'POST',
    path: string,
    options: { signal: AbortSignal; body?: unknown },
  ): Promise<T> {
    const { apiBaseUrl, apiVersion, authorization } = this.#connection;
    const { signal, body } = options;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${apiBaseUrl}/rest/api/${apiVersion}${path}`, {
        method,
        signal,
        headers: {
          Authorization: authorization,
          Accept: 'application/json',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        body: JSON.stringify(body),
      });
      text = await response.text();
    } catch {
      throw new TrackerUnavailableError('Jira could not be reached');
    }
    if (!response.ok) throw toError(response, text);
    return parseJson<T>(text) as T;
  }
}

function toError(response: Response, text: string): Error {
  const { status, headers } = response;
  const seconds = retryAfterSeconds(name => headers.get(name));
  if (status === 429) {
    return new TrackerUnavailableError('Jira wants fewer requests', {
      retryAfterSeconds: seconds,
    });
  }
  if (status >= 500) {
    return new TrackerUnavailableError(`Jira answered ${status}`, {
      retryAfterSeconds: seconds,
    });
  }
  const said = saidIn(parseJson<Refusal>(text));
  if (status === 401) {
    return new TicketRefusedError(
      'Jira does not accept the credentials in postmortems.trackers.jira',
    );
  }
  if (status === 403) {
    return new TicketRefusedError(
      `The account in postmortems.trackers.jira may not do this${said}`,
    );
  }
  return new JiraProblem(status, `Jira refused${said || ` with ${status}`}`);
}

function saidIn(refusal: Refusal | undefined): string {
  const said = [
    ...(refusal?.errorMessages ?? []),
    ...Object.entries(refusal?.errors ?? {}).map(
      ([field, message]) => `${field}: ${message}`,
    ),
    ...(refusal?.message ? [refusal.message] : []),
  ];
  return said.length > 0 ? `: ${said.join('; ')}` : '';
}

function parseJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
