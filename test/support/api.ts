/**
 * Sends a request to the backend as a guest.
 *
 * @param url - the address of the backend
 * @returns the response body
 */
export async function getAsGuest<T>(url: string, path: string): Promise<T> {
  return sendAsGuest(url, path);
}

/** Like `getAsGuest`, with a method, a body and more headers. */
export async function sendAsGuest<T>(
  url: string,
  path: string,
  options: {
    method?: string;
    body?: unknown;
    headers?: Record<string, string>;
  } = {},
): Promise<T> {
  const session = await sendJson<{ backstageIdentity: { token: string } }>(
    `${url}/api/auth/guest/refresh`,
  );
  return sendJson(`${url}${path}`, {
    method: options.method,
    headers: {
      Authorization: `Bearer ${session.backstageIdentity.token}`,
      'Content-Type': 'application/json',
      ...options.headers,
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
}

async function sendJson<T>(url: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, init);
  if (!response.ok) {
    throw new Error(
      `${init.method ?? 'GET'} ${url} responded with ${response.status}`,
    );
  }
  return response.json() as Promise<T>;
}
