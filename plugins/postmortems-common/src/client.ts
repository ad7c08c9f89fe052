import { ResponseError } from '@backstage/errors';
import { endpoints } from './endpoints';
import type { EndpointName } from './endpoints';
import type {
  Endpoint,
  EndpointInput,
  EndpointOutput,
} from './kernel/endpoint';

/**
 * Finds the backend. Compatible with `DiscoveryApi` and `DiscoveryService`.
 *
 * @public
 */
export interface DiscoveryLike {
  getBaseUrl(pluginId: string): Promise<string>;
}

/**
 * Options for each call: `token` authenticates it if the fetch implementation does not, and
 * `signal` aborts it.
 *
 * @public
 */
export interface RequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * The REST API as functions, one per endpoint. Each accepts `params`, `query`, `body` and
 * `ifMatch`, and throws `ResponseError` if the request fails.
 *
 * @public
 */
export type PostmortemsApi = {
  [N in EndpointName]: (
    input: EndpointInput<(typeof endpoints)[N]>,
    options?: RequestOptions,
  ) => Promise<EndpointOutput<(typeof endpoints)[N]>>;
};

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: number;
}

/**
 * Creates a client for the REST API, for browsers and backends.
 *
 * @param options - `discoveryApi` finds the backend, `fetchApi` sends requests
 * @public
 */
export function createPostmortemsClient(options: {
  discoveryApi: DiscoveryLike;
  fetchApi: { fetch: typeof fetch };
}): PostmortemsApi {
  const { discoveryApi, fetchApi } = options;

  async function call(
    endpoint: Endpoint,
    input: AnyInput = {},
    request: RequestOptions = {},
  ) {
    const baseUrl = await discoveryApi.getBaseUrl('postmortems');
    const headers: Record<string, string> = {};
    if (input.body !== undefined) headers['Content-Type'] = 'application/json';
    if (input.ifMatch !== undefined) headers['If-Match'] = `"${input.ifMatch}"`;
    if (request.token) headers.Authorization = `Bearer ${request.token}`;

    const response = await fetchApi.fetch(
      `${baseUrl}${fillPath(endpoint.path, input.params)}${queryString(
        input.query,
      )}`,
      {
        method: endpoint.method.toUpperCase(),
        headers,
        body: input.body === undefined ? undefined : JSON.stringify(input.body),
        signal: request.signal,
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    if (!endpoint.response) return undefined;
    return endpoint.mediaType ? response.text() : response.json();
  }

  const functions: unknown = Object.fromEntries(
    Object.entries(endpoints).map(([name, endpoint]) => [
      name,
      (input?: AnyInput, request?: RequestOptions) =>
        call(endpoint, input, request),
    ]),
  );
  return functions as PostmortemsApi;
}

function fillPath(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name]));
}

function queryString(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) search.append(name, String(each));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}
