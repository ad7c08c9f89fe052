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

import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';

/** A change to the postmortem on the screen: its new state, or how to make it from the old. */
export type Apply = (
  change: Postmortem | ((postmortem: Postmortem) => Postmortem),
) => void;

/** One postmortem as the server has it, kept up to date with what is saved from this page. */
export function usePostmortem(id: string): {
  postmortem?: Postmortem;
  error?: Error;
  retry: () => void;
  apply: Apply;
} {
  const api = useApi(postmortemsApiRef);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{
    postmortem?: Postmortem;
    error?: Error;
  }>({});

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setState({});
    api.getPostmortem({ params: { id } }, { signal }).then(
      postmortem => !signal.aborted && setState({ postmortem }),
      error => !signal.aborted && setState({ error }),
    );
    return () => controller.abort();
  }, [api, id, attempt]);

  const apply = useCallback<Apply>(change => {
    setState(({ postmortem }) => ({
      postmortem:
        typeof change === 'function'
          ? postmortem && change(postmortem)
          : change,
    }));
  }, []);
  const retry = useCallback(() => setAttempt(count => count + 1), []);

  return { ...state, retry, apply };
}
