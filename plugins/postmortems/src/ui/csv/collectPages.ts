import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Page } from 'backstage-plugin-postmortems-common';

export interface PageRequest {
  limit: number;
  cursor?: string;
  totalItems: 'include' | 'exclude';
}

export interface Progress {
  done: number;
  total: number;
}

/** Maximum number of rows. Loading more would take minutes. */
export const MAX_ROWS = 10_000;

/**
 * Collects a list's rows page by page.
 *
 * @param loadPage - loads one page
 * @param onProgress - called after every page
 * @returns the rows, and whether there are more than the limit
 */
export async function collectPages<T>(
  loadPage: (page: PageRequest) => Promise<Page<T>>,
  options: {
    onProgress: (progress: Progress) => void;
    signal: AbortSignal;
    most?: number;
  },
): Promise<{ rows: T[]; cut: boolean }> {
  const { onProgress, signal, most = MAX_ROWS } = options;
  const rows: T[] = [];
  let total = 0;
  let cursor: string | undefined;
  do {
    const page = await loadPage({
      limit: LIMITS.pageSize,
      cursor,
      // Counting costs as much as loading a page, so count only once.
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
