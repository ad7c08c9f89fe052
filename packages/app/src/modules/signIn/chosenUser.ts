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

import type { IdentityApi } from '@backstage/core-plugin-api';

const KEY = 'halyard.signed-in-as';

/** As whom this browser signed in, so that a reload does not ask again. */
export const chosenUser = {
  get: () => window.localStorage.getItem(KEY) ?? undefined,
  set: (userEntityRef: string) =>
    window.localStorage.setItem(KEY, userEntityRef),
  clear: () => window.localStorage.removeItem(KEY),
};

/** The same identity; once signed out, the next visit asks again. */
export function forgettingOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      chosenUser.clear();
      await identity.signOut();
    },
  };
}
