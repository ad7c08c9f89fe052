import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  aCreate,
  complete,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

async function eventually(check: () => void) {
  for (let attempt = 0; ; attempt++) {
    try {
      check();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

describe.each(databases.eachSupportedId())('Review, %s', databaseId => {
  let portal: TestPortal;
  let id: string;

  /** One approval is required by default, and only requested reviewers may review. */
  async function start(config: object = { review: {} }) {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: { postmortems: config } as never,
      policy: permission => ({
        result:
          permission.name === 'postmortem.review'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
      groups: { carol: ['group:default/platform'] },
    });
    const created = await portal.api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/alice' }),
    });
    id = created.id;
    await complete(portal.api, { id });
  }
  afterEach(() => portal.stop());

  const read = () => portal.api.getPostmortem({ params: { id } });

  async function to(
    status: 'draft' | 'in-review' | 'published',
    more: { reason?: string; announce?: boolean } = {},
  ) {
    const { revision } = await read();
    return portal.api.changeStatus({
      params: { id },
      body: { to: status, ...more },
      ifMatch: revision,
    });
  }

  async function ask(...reviewerRefs: string[]) {
    const { revision } = await read();
    return portal.api.putReviewers({
      params: { id },
      body: { reviewerRefs },
      ifMatch: revision,
    });
  }

  async function approve(user: string, contentRevision?: number) {
    return portal.as(user).addReview({
      params: { id },
      body: {
        verdict: 'approve',
        contentRevision: contentRevision ?? (await read()).contentRevision,
      },
    });
  }

  it('is requested, given by reviewers, and allows publishing', async () => {
    await start();
    expect(await refusal(approve('bob'))).toMatchObject({ status: 403 });
    await ask('User:default/Bob', 'group:default/platform');
    expect(await refusal(approve('bob'))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/must be in-review.*draft/),
    });

    await to('in-review');
    expect(await refusal(to('published'))).toMatchObject({
      status: 409,
      message: expect.stringMatching(
        /publishing needs 1 approval of the current version.*it has 0$/,
      ),
    });
    expect((await approve('carol')).review).toMatchObject({
      reviewerRefs: ['user:default/bob', 'group:default/platform'],
      approvalsRequired: 1,
      approvals: 1,
      reviews: [
        {
          reviewerRef: 'user:default/carol',
          verdict: 'approve',
          stale: false,
          independent: true,
          counts: true,
          blocks: false,
        },
      ],
    });
    await portal.as('bob').watch({ params: { id } });
    const published = await to('published', { announce: true });
    expect(published.publications).toEqual([
      {
        at: '2026-03-12T12:00:00.000Z',
        by: 'user:default/alice',
        contentRevision: published.contentRevision,
        approvedBy: ['user:default/carol'],
      },
    ]);
    const { items } = await portal.api.listHistory({ params: { id } });
    expect(items.slice(0, 5).map(({ action }) => action)).toEqual([
      'announced',
      'status-changed',
      'review-approved',
      'status-changed',
      'reviewers-changed',
    ]);
    expect(items[0].after).toEqual(['group:default/checkout']);

    const { sent } = portal.notifications;
    await eventually(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'user:default/bob' },
        payload: expect.objectContaining({
          title: 'Please review PM-1: Checkout returned 500s after cache flush',
          description: 'alice requested your review.',
          link: '/postmortems/PM-1',
        }),
      },
      {
        recipients: { type: 'entity', entityRef: 'user:default/bob' },
        payload: expect.objectContaining({
          title: 'PM-1 was published: Checkout returned 500s after cache flush',
        }),
      },
    ]);
  });

  it('is found by those who are asked, until they review this version', async () => {
    await start();
    const awaiting = async (...awaitingReviewBy: string[]) =>
      (await portal.api.listPostmortems({ query: { awaitingReviewBy } })).items
        .length;
    await ask('user:default/bob', 'group:default/platform');
    expect(await awaiting('user:default/bob')).toBe(0);

    await to('in-review');
    expect(await awaiting('User:default/Bob')).toBe(1);
    const carol = ['user:default/carol', 'group:default/platform'];
    expect(await awaiting(...carol)).toBe(1);
    expect(await awaiting('user:default/dave')).toBe(0);

    await approve('carol');
    expect(await awaiting(...carol)).toBe(0);
    expect(await awaiting('user:default/bob')).toBe(1);

    await portal.api.putSection({
      params: { id, key: 'summary' },
      body: { markdown: 'The cache was empty after a flush.' },
      ifMatch: (await read()).sections[0].revision,
    });
    expect(await awaiting(...carol)).toBe(1);
  });

  it('does not count approvals by the owner or by services', async () => {
    await start();
    await ask('user:default/alice');
    await to('in-review');
    expect((await approve('alice')).review).toMatchObject({
      approvals: 0,
      reviews: [
        {
          reviewerRef: 'user:default/alice',
          independent: false,
          dependence: 'owner',
          counts: false,
        },
      ],
    });
    expect(await refusal(to('published'))).toMatchObject({
      status: 409,
      message: expect.stringMatching(
        /add an independent reviewer.*postmortems.review.approvals/,
      ),
    });
    expect(
      await refusal(
        portal.asService.addReview({
          params: { id },
          body: { verdict: 'approve', contentRevision: 1 },
        }),
      ),
    ).toMatchObject({ status: 403 });
  });

  it('is for the version that was read', async () => {
    await start();
    await ask('user:default/bob');
    await to('in-review');
    const { contentRevision } = await read();
    const section = await portal.api.putSection({
      params: { id, key: 'summary' },
      body: { markdown: 'Rewritten meanwhile.' },
      ifMatch: 1,
    });
    expect(await refusal(approve('bob', contentRevision))).toMatchObject({
      status: 409,
      message: expect.stringContaining(
        `approve contentRevision ${contentRevision + 1}`,
      ),
    });
    expect(await refusal(approve('bob', 99))).toMatchObject({ status: 400 });
    await approve('bob');
    expect((await read()).review.approvals).toBe(1);

    // Facts, sections, timeline and factors are content; nothing else is.
    const { revision } = await read();
    await portal.api.updatePostmortem({
      params: { id },
      body: { labels: ['cache'] },
      ifMatch: revision,
    });
    await portal.api.addActionItem({
      params: { id },
      body: { title: 'Flush in steps', kind: 'prevent', priority: 'P2' },
    });
    await portal.api.putSection({
      params: { id, key: 'summary' },
      body: { markdown: 'Rewritten meanwhile.' },
      ifMatch: section.revision,
    });
    expect((await read()).review.approvals).toBe(1);
    const changes = [
      async () =>
        portal.api.updatePostmortem({
          params: { id },
          body: { title: 'Another title' },
          ifMatch: (await read()).revision,
        }),
      () =>
        portal.api.addTimelineEvent({
          params: { id },
          body: { occurredAt: '2026-03-10T10:00:00Z', text: 'Rolled back' },
        }),
      () =>
        portal.api.removeContributingFactor({
          params: { id, itemId: '1' },
          ifMatch: 1,
        }),
    ];
    for (const change of changes) {
      await approve('bob');
      await change();
      expect((await read()).review).toMatchObject({
        approvals: 0,
        reviews: [{ stale: true, counts: false }],
      });
    }
  });

  it('requests changes with a comment, which returns it to draft', async () => {
    await start();
    await ask('user:default/bob');
    const { contentRevision } = await to('in-review');
    const request = (comment?: string) =>
      portal.as('bob').addReview({
        params: { id },
        body: { verdict: 'request-changes', comment, contentRevision },
      });
    expect(await refusal(request())).toMatchObject({
      status: 400,
      message: expect.stringMatching(/comment/),
    });
    expect(await request('The impact is missing.\nIn numbers.')).toMatchObject({
      status: 'draft',
      review: {
        approvals: 0,
        reviews: [{ comment: 'The impact is missing.\nIn numbers.' }],
      },
    });
    const { items } = await portal.api.listHistory({ params: { id } });
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'status-changed', actorRef: 'user:default/bob' },
      {
        action: 'review-changes-requested',
        reason: 'The impact is missing.\nIn numbers.',
      },
    ]);

    await eventually(() =>
      expect(portal.notifications.sent).toContainEqual({
        recipients: { type: 'entity', entityRef: 'user:default/alice' },
        payload: expect.objectContaining({
          title: expect.stringContaining('Changes requested to PM-1'),
          description: 'Bob Brown: "The impact is missing.\nIn numbers."',
        }),
      }),
    );

    // The latest review of a person counts.
    await to('in-review');
    expect((await approve('bob')).review.reviews).toEqual([
      expect.objectContaining({ verdict: 'approve' }),
    ]);
  });

  it('requires the approvals configured for the severity', async () => {
    await start({ review: { approvals: { p2: 2 } } });
    await ask('user:default/bob', 'user:default/carol');
    await to('in-review');
    await approve('bob');
    expect(await refusal(to('published'))).toMatchObject({
      message: expect.stringMatching(/needs 2 approvals.*it has 1$/),
    });
    await approve('carol');
    expect((await to('published')).status).toBe('published');
  });

  it('requires none if none are configured', async () => {
    await start({ review: { approvals: { 'SEV-1': 2 } } });
    await to('in-review');
    expect((await to('published')).review.approvalsRequired).toBe(0);
  });

  it('accepts only existing users and groups as reviewers', async () => {
    await start();
    expect(await refusal(ask('user:default/nobody'))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/reviewerRefs\[0\]/),
    });
    expect(await refusal(ask('component:default/checkout-api'))).toMatchObject({
      status: 400,
    });
  });

  it('ends in a publication that cannot be edited', async () => {
    await start({ review: { approvals: 0 } });
    await to('in-review');
    const published = await to('published');
    const params = { id };
    const edits = [
      () =>
        portal.api.updatePostmortem({
          params,
          body: { title: 'Another title' },
          ifMatch: published.revision,
        }),
      () =>
        portal.api.putSection({
          params: { id, key: 'summary' },
          body: { markdown: 'Better not told.' },
          ifMatch: 1,
        }),
      () =>
        portal.api.addTimelineEvent({
          params,
          body: { occurredAt: '2026-03-10T10:00:00Z', text: 'Rolled back' },
        }),
      () =>
        portal.api.removeContributingFactor({
          params: { id, itemId: '1' },
          ifMatch: 1,
        }),
    ];
    for (const edit of edits) {
      expect(await refusal(edit())).toMatchObject({
        status: 409,
        message: expect.stringMatching(/Reopen it first.*with a reason/),
      });
    }
    // Action items and labels are not content.
    await portal.api.addActionItem({
      params,
      body: { title: 'Flush in steps', kind: 'prevent', priority: 'P2' },
    });
    await portal.api.updatePostmortem({
      params,
      body: { labels: ['cache'], meetingHeldAt: '2026-03-12T11:00:00Z' },
      ifMatch: published.revision,
    });

    portal.clock.now = new Date('2026-03-20T08:00:00Z');
    await to('draft', { reason: 'The impact was larger' });
    await portal.api.putSection({
      params: { id, key: 'impact' },
      body: { markdown: 'All shops.' },
      ifMatch: 1,
    });
    await to('in-review');
    const { publications, publishedAt } = await to('published');
    expect(publishedAt).toBe('2026-03-12T12:00:00.000Z');
    expect(publications).toEqual([
      {
        ...published.publications[0],
        reopened: {
          at: '2026-03-20T08:00:00.000Z',
          by: 'user:default/alice',
          reason: 'The impact was larger',
        },
      },
      {
        at: '2026-03-20T08:00:00.000Z',
        by: 'user:default/alice',
        contentRevision: published.contentRevision + 1,
        approvedBy: [],
      },
    ]);
  });

  it('can be watched', async () => {
    await start();
    const bob = portal.as('bob');
    expect((await bob.watch({ params: { id } })).watching).toBe(true);
    expect((await bob.watch({ params: { id } })).watching).toBe(true);
    expect((await read()).watching).toBe(false);
    expect((await bob.unwatch({ params: { id } })).watching).toBe(false);
    expect(
      await refusal(portal.asService.watch({ params: { id } })),
    ).toMatchObject({ status: 403 });
  });
});
