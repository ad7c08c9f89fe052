import {
  TicketRefusedError,
  TrackerUnavailableError,
  retryAfterSeconds,
} from 'backstage-plugin-postmortems-node';

/** A Jira instance's URLs and credentials. */
export interface JiraConnection {
  /** URL for people, without a trailing slash. */
  baseUrl: string;
  /** URL of the API. Differs from `baseUrl` for tokens with scopes. */
  apiBaseUrl: string;
  /** 3 for Cloud, 2 for Data Center. */
  apiVersion: 2 | 3;
  /** The `Authorization` header. */
  authorization: string;
}

/** An error response whose meaning depends on the call, such as 400 or 404. */
export class JiraProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** An error response's body. */
interface Refusal {
  errorMessages?: string[];
  errors?: Record<string, string>;
  message?: string;
}

/** Calls Jira's REST API and converts failures to tracker errors. */
export class JiraClient {
  readonly #connection: JiraConnection;

  constructor(connection: JiraConnection) {
    this.#connection = connection;
  }

  /**
   * @param path - relative to `/rest/api/2` or `/rest/api/3`
   * @throws TrackerUnavailableError
   * @throws TicketRefusedError
   * @throws JiraProblem for errors that depend on the call, such as 400 and 404
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
      throw new TrackerUnavailableError('Jira is unreachable');
    }
    if (!response.ok) throw toError(response, text);
    return parseJson<T>(text) as T;
  }
}

function toError(response: Response, text: string): Error {
  const { status, headers } = response;
  const seconds = retryAfterSeconds(name => headers.get(name));
  if (status === 429) {
    return new TrackerUnavailableError('Jira rate limit reached', {
      retryAfterSeconds: seconds,
    });
  }
  if (status >= 500) {
    return new TrackerUnavailableError(`Jira responded with ${status}`, {
      retryAfterSeconds: seconds,
    });
  }
  const said = saidIn(parseJson<Refusal>(text));
  if (status === 401) {
    return new TicketRefusedError(
      'Jira rejected the credentials in postmortems.trackers.jira',
    );
  }
  if (status === 403) {
    return new TicketRefusedError(
      `The account in postmortems.trackers.jira lacks a permission${said}`,
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
