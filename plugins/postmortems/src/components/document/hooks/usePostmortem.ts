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
import { useApi } from '@backstage/core-plugin-api';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useChanges } from '../../../live';

/** A change to the postmortem on the screen: its new state, or how to make it from the old. */
export type Apply = (
  change: Postmortem | ((postmortem: Postmortem) => Postmortem),
) => void;

/**
 * One postmortem as the server has it, kept up to date with what is saved from this page and by
 * others. What is being written is not here but in the forms and editors of the page, each of
 * which decides for itself what to do about a newer version.
 */
export function usePostmortem(id: string): {
  postmortem?: Postmortem;
  error?: Error;
  retry: () => void;
  apply: Apply;
} {
  const api = useApi(postmortemsApiRef);
  const [state, setState] = useState<{
    postmortem?: Postmortem;
    error?: Error;
  }>({});
  // Only the answer to the latest question counts, and none from before a change made here.
  const question = useRef<object>();

  const read = useCallback(async () => {
    const asked = {};
    question.current = asked;
    const isLatest = () => question.current === asked;
    try {
      const postmortem = await api.getPostmortem({ params: { id } });
      if (isLatest()) setState({ postmortem });
    } catch (thrown) {
      const error = thrown as Error;
      if (!isLatest()) return;
      // Where one is shown it stays, with what is being written in it.
      setState(shown => (shown.postmortem ? shown : { error }));
    }
  }, [api, id]);

  const retry = useCallback(() => {
    setState({});
    read();
  }, [read]);

  useEffect(() => {
    retry();
    return () => {
      question.current = undefined;
    };
  }, [retry]);
  useChanges(read, id);

  const apply = useCallback<Apply>(change => {
    question.current = undefined;
    setState(({ postmortem }) => ({
      postmortem:
        typeof change === 'function'
          ? postmortem && change(postmortem)
          : change,
    }));
  }, []);

  return { ...state, retry, apply };
}
