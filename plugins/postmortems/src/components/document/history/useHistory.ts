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
import type { HistoryEntry } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';

const PAGE_SIZE = 10;

/** The history of a postmortem as far as it was asked for, newest first. */
export interface HistoryPages {
  entries: HistoryEntry[];
  loading: boolean;
  error?: Error;
  /** Absent where there is no more. */
  more?: () => void;
  retry: () => void;
}

/**
 * Loads the history page by page.
 *
 * @param version - begins anew when it changes
 */
export function useHistory(id: string, version: unknown): HistoryPages {
  const api = useApi(postmortemsApiRef);
  const [entries, setEntries] = useState<HistoryEntry[]>([]);
  const [cursor, setCursor] = useState<string>();
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error>();
  // An answer to an earlier question must not mix with those to the current one.
  const question = useRef<object>();

  const load = useCallback(
    async (from?: string) => {
      const asked = {};
      question.current = asked;
      setLoading(true);
      setError(undefined);
      try {
        const page = await api.listHistory({
          params: { id },
          query: { limit: PAGE_SIZE, cursor: from, totalItems: 'exclude' },
        });
        if (asked !== question.current) return;
        setEntries(known => [...(from ? known : []), ...page.items]);
        setCursor(page.pageInfo.nextCursor);
      } catch (thrown) {
        if (asked === question.current) setError(thrown as Error);
      } finally {
        if (asked === question.current) setLoading(false);
      }
    },
    [api, id],
  );

  useEffect(() => {
    load();
    return () => {
      question.current = undefined;
    };
  }, [load, version]);

  return {
    entries,
    loading,
    error,
    more: cursor ? () => load(cursor) : undefined,
    retry: () => load(entries.length > 0 ? cursor : undefined),
  };
}
