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

import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Page } from 'backstage-plugin-postmortems-common';

/** Which page to ask for. */
export interface PageRequest {
  limit: number;
  cursor?: string;
  totalItems: 'include' | 'exclude';
}

/** How far a collection has come. */
export interface Progress {
  done: number;
  total: number;
}

/** More would keep the browser busy for minutes. */
export const MOST_ROWS = 10_000;

/**
 * Gathers the rows of a list page by page.
 *
 * @param loadPage - asks for one page
 * @param onProgress - told after every page
 * @returns the rows, and whether there were more than may be gathered
 */
export async function collectPages<T>(
  loadPage: (page: PageRequest) => Promise<Page<T>>,
  options: {
    onProgress: (progress: Progress) => void;
    signal: AbortSignal;
    most?: number;
  },
): Promise<{ rows: T[]; cut: boolean }> {
  const { onProgress, signal, most = MOST_ROWS } = options;
  const rows: T[] = [];
  let total = 0;
  let cursor: string | undefined;
  do {
    const page = await loadPage({
      limit: LIMITS.pageSize,
      cursor,
      // Counting costs as much as a page, and once is enough.
      totalItems: cursor ? 'exclude' : 'include',
    });
    signal.throwIfAborted();
    rows.push(...page.items);
    total = Math.max(page.totalItems ?? total, rows.length);
    cursor = page.pageInfo.nextCursor;
    onProgress({ done: rows.length, total });
  } while (cursor && rows.length < most);

  return {
    rows: rows.slice(0, most),
    cut: cursor !== undefined || rows.length > most,
  };
}
