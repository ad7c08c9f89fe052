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
  DeadlinePreview,
  PreviewDeadline,
} from 'backstage-plugin-postmortems-common';
import { previewDeadlineSchema } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';

const TYPING_PAUSE = 400;

/** What the policy says of the facts so far; the last answer stays while the next is asked for. */
export interface PreviewState {
  preview?: DeadlinePreview;
  error?: Error;
  loading: boolean;
  retry: () => void;
}

/**
 * Asks what deadline the facts would get, a moment after they last changed. Facts that say too
 * little, or what cannot be, are not asked about.
 */
export function useDeadlinePreview(facts: PreviewDeadline): PreviewState {
  const api = useApi(postmortemsApiRef);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<PreviewState, 'retry'>>({
    loading: false,
  });
  const parsed = previewDeadlineSchema.safeParse(facts);
  const key = parsed.success ? JSON.stringify(parsed.data) : undefined;

  useEffect(() => {
    if (key === undefined) {
      setState({ loading: false });
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    setState(({ preview }) => ({ preview, loading: true }));
    const timer = setTimeout(() => {
      api.previewDeadline({ body: JSON.parse(key) }, { signal }).then(
        preview => !signal.aborted && setState({ preview, loading: false }),
        error => !signal.aborted && setState({ error, loading: false }),
      );
    }, TYPING_PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, key, attempt]);

  return { ...state, retry: () => setAttempt(count => count + 1) };
}
