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

import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  PolicyInForce,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';

interface Entry {
  request: Promise<PolicyInForce>;
  policy?: PolicyInForce;
}

/** By API, so that each app (and each test) asks once. */
const entries = new WeakMap<PostmortemsApi, Entry>();

function entryFor(api: PostmortemsApi): Entry {
  const known = entries.get(api);
  if (known) return known;

  const entry: Entry = { request: api.getPolicy({}) };
  entries.set(api, entry);
  entry.request.then(
    policy => {
      entry.policy = policy;
    },
    // A failure is not kept: the next component that wants the policy asks again.
    () => entries.delete(api),
  );
  return entry;
}

/**
 * The policy in force and the severities, asked for once per session: it changes only with the
 * server's configuration. `undefined` until it is there, and where it cannot be had; what
 * needs it does without then.
 */
export function usePolicy(): PolicyInForce | undefined {
  const api = useApi(postmortemsApiRef);
  const [policy, setPolicy] = useState(() => entries.get(api)?.policy);

  useEffect(() => {
    let mounted = true;
    entryFor(api).request.then(
      value => mounted && setPolicy(value),
      () => {},
    );
    return () => {
      mounted = false;
    };
  }, [api]);

  return policy;
}
