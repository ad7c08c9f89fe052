import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { createFakePostmortemsApi } from '../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../testing/fixtures';
import { refusal } from '../testing/refusal';
import { sendChange } from './mutations';
import { dataOf } from './postmortemsData';
import { actionItemQueries, postmortemQueries } from './queries';

const items = [1, 2, 3].map(n => anActionItem({ id: `PM-42/A${n}` }));
const postmortem = aPostmortem({ actionItems: items });

/** A cache with a postmortem, a list of its action items, and the snoozes of its reader. */
async function fillCache(operations: Partial<PostmortemsApi>) {
  const data = dataOf(
    createFakePostmortemsApi({
      postmortems: [postmortem],
      listSnoozes: async () => ({ items: [] }),
      ...operations,
    }),
  );
  const detail = postmortemQueries.detail('PM-42');
  const list = actionItemQueries.list({});
  const snoozes = postmortemQueries.snoozes();
  await data.client.fetchQuery(detail);
  await data.client.fetchQuery(list);
  await data.client.fetchQuery(snoozes);
  return {
    data,
    detail: () => data.client.getQueryData(detail.queryKey)!,
    list: () => data.client.getQueryData(list.queryKey)!,
    snoozes: () => data.client.getQueryData(snoozes.queryKey)!,
  };
}

/** An operation whose answer the test decides. */
function pending<T>() {
  let settle!: { resolve: (answer: T) => void; reject: (error: Error) => void };
  const answer = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { operation: () => answer, ...settle };
}

const params = { id: 'PM-42', key: 'A2' };
const refused = refusal(400, 'InputError', 'No');

describe('changes shown before their answer', () => {
  it('are those of status, owner and due date, everywhere, until they are refused', async () => {
    const server = pending<never>();
    const cache = await fillCache({ updateActionItem: server.operation });
    const body = {
      status: 'done' as const,
      ownerRef: 'user:default/bo',
      dueAt: null,
    };
    const sent = sendChange(cache.data, 'updateActionItem', {
      params,
      body: { ...body, title: 'Other' },
      ifMatch: 1,
    });
    await Promise.resolve();
    const shown = { ...body, dueAt: undefined, title: items[1].title };
    expect(cache.detail().actionItems[1]).toMatchObject(shown);
    expect(cache.list().items.find(({ id }) => id === 'PM-42/A2')).toEqual(
      expect.objectContaining(shown),
    );

    server.reject(refused);
    await expect(sent).rejects.toThrow();
    expect(cache.detail().actionItems).toEqual(items);
    expect(cache.list().items.map(({ status }) => status)).toEqual(
      items.map(({ status }) => status),
    );
  });

  it('give way to what the server answers', async () => {
    const after = anActionItem({
      id: 'PM-42/A2',
      status: 'done',
      revision: 2,
    });
    const cache = await fillCache({ updateActionItem: async () => after });
    await sendChange(cache.data, 'updateActionItem', {
      params,
      body: { status: 'done' },
      ifMatch: 1,
    });
    expect(cache.detail().actionItems[1]).toEqual(after);
    const listed = cache.list().items.find(({ id }) => id === after.id);
    expect(listed).toMatchObject({ ...after, postmortem: { id: 'PM-42' } });
  });

  it('give way to the current state where someone else was first', async () => {
    const current = anActionItem({ id: 'PM-42/A2', title: 'Theirs' });
    const cache = await fillCache({
      updateActionItem: async () => {
        throw refusal(412, 'StaleRevisionError', 'Changed', { current });
      },
    });
    await expect(
      sendChange(cache.data, 'updateActionItem', {
        params,
        body: { status: 'done' },
        ifMatch: 1,
      }),
    ).rejects.toThrow();
    expect(cache.detail().actionItems[1]).toEqual(current);
  });

  it('include the place of an action item', async () => {
    const server = pending<never>();
    const cache = await fillCache({ updateActionItem: server.operation });
    const ids = () => cache.detail().actionItems.map(({ id }) => id.slice(-1));
    const sent = sendChange(cache.data, 'updateActionItem', {
      params,
      body: { position: 0 },
      ifMatch: 1,
    });
    expect(ids()).toEqual(['2', '1', '3']);
    server.reject(refused);
    await expect(sent).rejects.toThrow();
    expect(ids()).toEqual(['1', '2', '3']);
  });

  it('include watching', async () => {
    const server = pending<never>();
    const cache = await fillCache({ watch: server.operation });
    const sent = sendChange(cache.data, 'watch', { params: { id: 'PM-42' } });
    expect(cache.detail().watching).toBe(true);
    server.reject(refused);
    await expect(sent).rejects.toThrow();
    expect(cache.detail().watching).toBe(false);
  });

  it('include snoozed reminders', async () => {
    const server = pending<never>();
    const cache = await fillCache({ putSnooze: server.operation });
    const until = '2126-03-27T12:00:00.000Z';
    const sent = sendChange(cache.data, 'putSnooze', {
      params: { id: 'PM-42' },
      body: { until, actionItem: 'A2' },
    });
    expect(cache.snoozes().items).toEqual([
      { postmortemId: 'PM-42', actionItem: 'A2', until },
    ]);
    server.reject(refused);
    await expect(sent).rejects.toThrow();
    expect(cache.snoozes().items).toEqual([]);
  });
});
