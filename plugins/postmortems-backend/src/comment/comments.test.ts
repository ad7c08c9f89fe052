import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Comments, %s', databaseId => {
  let portal: TestPortal;
  let id: string;
  beforeEach(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      policy: permission => ({
        result:
          permission.name === 'postmortem.delete'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    ({ id } = await portal.api.createPostmortem({ body: aCreate() }));
  });
  afterEach(() => portal.stop());

  const openComments = async () =>
    (await portal.api.getPostmortem({ params: { id } })).openComments;

  it('are made, changed by their author only, resolved and reopened', async () => {
    const bob = portal.as('bob');
    const comment = await bob.addComment({
      params: { id },
      body: { anchor: 'impact', markdown: 'How many **shops**?' },
    });
    expect(comment).toEqual({
      id: '1',
      anchor: 'impact',
      authorRef: 'user:default/bob',
      markdown: 'How many **shops**?',
      createdAt: '2026-03-12T12:00:00.000Z',
      revision: 1,
    });
    expect(await openComments()).toBe(1);

    const params = { id, itemId: comment.id };
    const change = {
      params,
      body: { markdown: 'How many shops, and which?' },
      ifMatch: 1,
    };
    expect(await refusal(portal.api.updateComment(change))).toMatchObject({
      status: 403,
      message: expect.stringContaining('user:default/bob'),
    });
    portal.clock.now = new Date('2026-03-12T13:00:00Z');
    expect(await bob.updateComment(change)).toMatchObject({
      editedAt: '2026-03-12T13:00:00.000Z',
      revision: 2,
    });
    expect(await refusal(bob.updateComment(change))).toMatchObject({
      status: 412,
    });

    expect(await portal.api.resolveComment({ params })).toMatchObject({
      resolvedAt: '2026-03-12T13:00:00.000Z',
      resolvedBy: 'user:default/alice',
      revision: 3,
    });
    expect((await bob.resolveComment({ params })).revision).toBe(3);
    expect(await openComments()).toBe(0);
    const reopened = await bob.reopenComment({ params });
    expect(reopened.resolvedAt).toBeUndefined();
    expect(reopened.resolvedBy).toBeUndefined();

    expect(await refusal(portal.api.removeComment({ params }))).toMatchObject({
      status: 403,
    });
    await bob.removeComment({ params });
    expect(await refusal(bob.resolveComment({ params }))).toMatchObject({
      status: 404,
    });

    const { items } = await portal.api.listHistory({ params: { id } });
    expect(items.map(({ action, field }) => [action, field])).toEqual([
      ['comment-removed', 'impact'],
      ['comment-reopened', 'impact'],
      ['comment-resolved', 'impact'],
      ['comment-changed', 'impact'],
      ['comment-added', 'impact'],
      ['created', undefined],
    ]);
    expect(JSON.stringify(items)).not.toContain('shops');
  });

  it('can be removed by anyone who may delete the postmortem', async () => {
    await portal.stop();
    portal = await startPortal({ knex: await databases.init(databaseId) });
    ({ id } = await portal.api.createPostmortem({ body: aCreate() }));
    const comment = await portal.as('bob').addComment({
      params: { id },
      body: { markdown: 'The password is hunter2' },
    });
    await portal.api.removeComment({ params: { id, itemId: comment.id } });
    expect(await openComments()).toBe(0);
  });

  it('must refer to an existing item', async () => {
    const { api } = portal;
    const comment = (anchor: string) =>
      api.addComment({
        params: { id },
        body: { anchor: anchor as 'timeline', markdown: 'Why?' },
      });
    for (const anchor of ['A1', 'timeline/1', 'contributing-factors/1']) {
      expect(await refusal(comment(anchor))).toMatchObject({
        status: 400,
        message: expect.stringContaining(`not ${anchor}`),
      });
    }
    expect(await refusal(comment('root-cause'))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/anchor must be/),
    });
    await api.addActionItem({
      params: { id },
      body: { title: 'Flush in steps', kind: 'prevent', priority: 'P2' },
    });
    await api.addTimelineEvent({
      params: { id },
      body: { occurredAt: '2026-03-10T10:00:00Z', text: 'Rolled back' },
    });
    await api.addContributingFactor({
      params: { id },
      body: { title: 'No canary' },
    });
    for (const anchor of [
      'A1',
      'timeline/1',
      'contributing-factors/1',
      'timeline',
      'action-items',
    ]) {
      expect((await comment(anchor)).anchor).toBe(anchor);
    }
    expect(
      await refusal(
        api.addComment({ params: { id }, body: { markdown: ' \n' } }),
      ),
    ).toMatchObject({ status: 400 });
    expect(
      await refusal(
        portal.asService.addComment({
          params: { id },
          body: { markdown: 'Beep' },
        }),
      ),
    ).toMatchObject({ status: 403 });
  });

  it('are paged oldest first, and filtered by anchor and state', async () => {
    const { api } = portal;
    for (const [index, anchor] of (
      ['impact', undefined, 'impact', 'summary', 'impact'] as const
    ).entries()) {
      await api.addComment({
        params: { id },
        body: { anchor, markdown: `Comment ${index + 1}` },
      });
    }
    await api.resolveComment({ params: { id, itemId: '3' } });
    const list = async (query: object) => {
      const page = await api.listComments({ params: { id }, query });
      return { ...page, ids: page.items.map(comment => comment.id) };
    };
    const first = await list({ limit: 2 });
    expect(first).toMatchObject({ ids: ['1', '2'], totalItems: 5 });
    const second = await list({ limit: 2, cursor: first.pageInfo.nextCursor });
    expect(second.ids).toEqual(['3', '4']);
    const back = await list({ limit: 2, cursor: second.pageInfo.prevCursor });
    expect(back.ids).toEqual(['1', '2']);
    expect(await list({ anchor: ['impact'], resolved: 'false' })).toMatchObject(
      { ids: ['1', '5'], totalItems: 2 },
    );
    expect((await list({ resolved: 'true' })).ids).toEqual(['3']);
    expect((await list({ anchor: ['summary', 'impact'] })).ids).toEqual([
      '1',
      '3',
      '4',
      '5',
    ]);
  });

  it('list who is mentioned until they answer or it is resolved', async () => {
    const { id: other } = await portal.api.createPostmortem({
      body: aCreate({ title: 'Search was slow', visibility: 'restricted' }),
    });
    const bob = 'user:default/bob';
    const say = (markdown: string, anchor?: 'impact', postmortem = id) =>
      portal.api.addComment({
        params: { id: postmortem },
        body: { anchor, markdown },
      });
    const waiting = async (query = {}, as = portal.as('bob')) => {
      const { items } = await as.listMentions({ query });
      return items.map(({ comment }) => comment.id);
    };
    const first = await say('@bob, how many shops?', 'impact');
    await say('Nobody in particular, `@bob`');
    const whole = await say('user:default/BOB and @carol');
    const restricted = await say('@bob', undefined, other);

    expect(await waiting()).toEqual([restricted.id, whole.id, first.id]);
    expect(await portal.as('bob').listMentions({})).toMatchObject({
      totalItems: 3,
      items: [
        {
          postmortem: {
            id: other,
            title: 'Search was slow',
            visibility: 'restricted',
          },
          comment: restricted,
        },
        { postmortem: { id, visibility: 'internal' } },
        { comment: first },
      ],
    });
    const page = await portal.as('bob').listMentions({ query: { limit: 2 } });
    expect(await waiting({ cursor: page.pageInfo.nextCursor })).toEqual([
      first.id,
    ]);
    expect(await waiting({}, portal.as('carol'))).toEqual([whole.id]);
    expect(await waiting({ userRef: 'User:default/Carol' })).toEqual([
      whole.id,
    ]);
    expect(await refusal(portal.asService.listMentions({}))).toMatchObject({
      status: 403,
    });
    expect(await waiting({ userRef: bob }, portal.asService)).toHaveLength(3);

    // An answer counts for its part only, and no longer if it is removed.
    const answer = await portal.as('bob').addComment({
      params: { id },
      body: { anchor: 'impact', markdown: 'Twelve' },
    });
    expect(await waiting()).toEqual([restricted.id, whole.id]);
    const again = await say('Which, @bob?', 'impact');
    expect(await waiting()).toEqual([again.id, restricted.id, whole.id]);
    await portal.as('bob').removeComment({ params: { id, itemId: answer.id } });
    expect(await waiting()).toEqual([
      again.id,
      restricted.id,
      whole.id,
      first.id,
    ]);

    const params = { id, itemId: whole.id };
    await portal.api.resolveComment({ params });
    expect(await waiting({}, portal.as('carol'))).toEqual([]);
    await portal.api.reopenComment({ params });
    expect(await waiting({}, portal.as('carol'))).toEqual([whole.id]);
    await portal.api.updateComment({
      params,
      body: { markdown: '@dave instead, and me, @alice' },
      ifMatch: 3,
    });
    expect(await waiting({}, portal.as('carol'))).toEqual([]);
    expect(await waiting({}, portal.as('dave'))).toEqual([whole.id]);
    expect(await waiting({}, portal.as('alice'))).toEqual([]);

    await portal.api.removeComment({ params: { id, itemId: again.id } });
    expect(await waiting()).toEqual([restricted.id, first.id]);
  });
});
