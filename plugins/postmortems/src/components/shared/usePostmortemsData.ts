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

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DependencyList } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { useChanges } from '../../live';

/** Data on its way, there, or failed. */
export interface PostmortemsData<T> {
  /** The latest answer; while the next one loads, still the one before. */
  value?: T;
  error?: Error;
  /** Whether the answer to this question is on its way for the first time, or once more. */
  loading: boolean;
  retry(): void;
}

/**
 * Data from the postmortems API, loaded again when `deps` change. An answer that arrives after
 * the one to a later question is dropped.
 *
 * When something has changed, here or elsewhere, the data are loaded anew unnoticed: what is
 * shown stays until the answer is there, and for good where there is none.
 */
export function usePostmortemsData<T>(
  load: (api: PostmortemsApi) => Promise<T>,
  deps: DependencyList,
): PostmortemsData<T> {
  const api = useApi(postmortemsApiRef);
  const [state, setState] = useState<Omit<PostmortemsData<T>, 'retry'>>({
    loading: true,
  });
  const question = useRef<object>();

  const ask = useCallback(async () => {
    const asked = {};
    question.current = asked;
    const isLatest = () => question.current === asked;
    try {
      const value = await load(api);
      if (isLatest()) setState({ value, loading: false });
    } catch (thrown) {
      const error = thrown as Error;
      if (!isLatest()) return;
      setState(shown => (shown.loading ? { error, loading: false } : shown));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, ...deps]);

  const retry = useCallback(() => {
    setState(({ value }) => ({ value, loading: true }));
    ask();
  }, [ask]);

  useEffect(() => {
    retry();
    return () => {
      question.current = undefined;
    };
  }, [retry]);
  useChanges(ask);

  return { ...state, retry };
}
