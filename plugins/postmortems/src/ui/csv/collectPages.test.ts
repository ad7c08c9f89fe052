import { collectPages } from './collectPages';
import type { PageRequest } from './collectPages';

/** Serves numbers in pages of the requested size. */
function pagesOf(count: number) {
  const all = Array.from({ length: count }, (_number, index) => index);
  return jest.fn(async ({ limit, cursor = '0', totalItems }: PageRequest) => {
    const from = Number(cursor);
    return {
      items: all.slice(from, from + limit),
      ...(totalItems === 'include' && { totalItems: count }),
      pageInfo: {
        nextCursor: from + limit < count ? String(from + limit) : undefined,
      },
    };
  });
}

const { signal } = new AbortController();

describe('collectPages', () => {
  it('collects every row once, counts once and reports progress', async () => {
    const load = pagesOf(250);
    const onProgress = jest.fn();
    const { rows, cut } = await collectPages(load, { onProgress, signal });
    expect(rows).toEqual(Array.from({ length: 250 }, (_row, index) => index));
    expect(cut).toBe(false);
    expect(load.mock.calls.map(([page]) => page)).toEqual([
      { limit: 100, cursor: undefined, totalItems: 'include' },
      { limit: 100, cursor: '100', totalItems: 'exclude' },
      { limit: 100, cursor: '200', totalItems: 'exclude' },
    ]);
    expect(onProgress.mock.calls.map(([progress]) => progress)).toEqual([
      { done: 100, total: 250 },
      { done: 200, total: 250 },
      { done: 250, total: 250 },
    ]);
  });

  it.each([
    [120, 250, true],
    [200, 200, false],
    [200, 201, true],
  ])('takes at most %i of %i rows', async (most, count, cut) => {
    const onProgress = () => {};
    const found = await collectPages(pagesOf(count), {
      onProgress,
      signal,
      most,
    });
    expect(found.rows).toHaveLength(most);
    expect(found.cut).toBe(cut);
  });

  it('stops when aborted and when a page fails', async () => {
    const controller = new AbortController();
    const load = pagesOf(500);
    await expect(
      collectPages(load, {
        onProgress: ({ done }) => done === 200 && controller.abort(),
        signal: controller.signal,
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(load).toHaveBeenCalledTimes(3);

    load.mockRejectedValueOnce(new Error('timeout'));
    await expect(
      collectPages(load, { onProgress: () => {}, signal }),
    ).rejects.toThrow('timeout');
  });
});
