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

/**
 * Asks the backend of a portal as the guest would.
 *
 * @returns the answer's body
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
    throw new Error(`GET ${url} answered ${response.status}`);
  }
  return response.json() as Promise<T>;
}
