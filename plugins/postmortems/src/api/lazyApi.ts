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

import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';

/**
 * An API that is loaded when something is first asked of it, so that a portal that shows nothing of
 * ours need not load it.
 */
export function lazyApi(load: () => Promise<PostmortemsApi>): PostmortemsApi {
  let loading: Promise<PostmortemsApi> | undefined;
  const loaded = () => {
    loading ??= load().catch(error => {
      // The next question tries again.
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return new Proxy({} as PostmortemsApi, {
    get(_target, name) {
      // Else it would pass for a promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      return async (...args: unknown[]) => {
        const api = (await loaded()) as unknown as Record<
          string,
          (...args: unknown[]) => Promise<unknown>
        >;
        return api[name](...args);
      };
    },
  });
}
