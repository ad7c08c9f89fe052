/**
 * Sends a request to the backend as a guest.
 *
 * @returns the response body
 */
export async function getAsGuest<T>(url: string, path: string): Promise<T> {
  const session = await getJson<{ backstageIdentity: { token: string } }>(
    `${url}/api/auth/guest/refresh`,
  );
  return getJson(`${url}${path}`, {
    Authorization: `Bearer ${session.backstageIdentity.token}`,
  });
}

async function getJson<T>(
  url: string,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(url, { headers });
  if (!response.ok) {
    throw new Error(`GET ${url} responded with ${response.status}`);
  }
  return response.json() as Promise<T>;
}
