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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

interface Principal {
  type?: string;
  userEntityRef?: string;
  subject?: string;
}

/** Who acts, for the history: a user's entity reference or a service's subject. */
export function actorOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as Principal;
  return principal.userEntityRef ?? principal.subject ?? 'unknown';
}

/**
 * The user who acts.
 *
 * @param what - what only a person can do, to begin the message with
 * @throws NotAllowedError where it is a service that acts
 */
export function userOf(
  credentials: BackstageCredentials,
  what: string,
): string {
  const { userEntityRef } = credentials.principal as Principal;
  if (!userEntityRef) {
    throw new NotAllowedError(`${what} by a signed-in user, not by a service`);
  }
  return userEntityRef;
}
