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

import type { DependencyList } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';

/** Data on its way, there, or failed. */
export interface PostmortemsData<T> {
  /** The latest answer; while the next one loads, still the one before. */
  value?: T;
  error?: Error;
  loading: boolean;
  retry(): void;
}

/**
 * Data from the postmortems API, loaded again when `deps` change. An answer that arrives after
 * the one to a later question is dropped.
 */
export function usePostmortemsData<T>(
  load: (api: PostmortemsApi) => Promise<T>,
  deps: DependencyList,
): PostmortemsData<T> {
  const api = useApi(postmortemsApiRef);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const state = useAsyncRetry(() => load(api), [api, ...deps]);
  return {
    value: state.value,
    error: state.loading ? undefined : state.error,
    loading: state.loading,
    retry: state.retry,
  };
}
