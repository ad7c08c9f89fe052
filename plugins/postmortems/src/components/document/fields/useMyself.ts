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

import useAsync from 'react-use/esm/useAsync';
import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';

/** A user, and all that they can be asked as: themselves, and their groups. */
export interface Myself {
  userRef: string;
  claims: string[];
}

/** The signed-in user; `undefined` where whoever is signed in is none. */
export function useMyself(): Myself | undefined {
  const identity = useApi(identityApiRef);
  const { value } = useAsync(() => identity.getBackstageIdentity(), [identity]);
  if (!value) return undefined;
  const { userEntityRef, ownershipEntityRefs } = value;
  return parseEntityRef(userEntityRef).kind.toLocaleLowerCase('en-US') ===
    'user'
    ? {
        userRef: userEntityRef,
        claims: [userEntityRef, ...ownershipEntityRefs],
      }
    : undefined;
}
