import { TestDatabases } from '@backstage/backend-test-utils';
import type { ListComplianceExceptionsQuery } from 'backstage-plugin-postmortems-common';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Exceptions, %s', databaseId => {
  let portal: TestPortal;
  let waived: string;
  let extended: string;
  let secret: string;

  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
    const create = async (more: Parameters<typeof aCreate>[0]) =>
      (await portal.api.createPostmortem({ body: aCreate(more) })).id;
    const granted = async (id: string) => {
      const { revision } = await portal.api.getPostmortem({ params: { id } });
      return { params: { id }, ifMatch: revision };
    };
    waived = await create({ severity: 'SEV-1' });
    extended = await create({
      ownerRef: 'user:default/bob',
      entityRefs: ['resource:default/payments-db'],
    });
    secret = await create({
      visibility: 'restricted',
      commanderRef: 'user:default/alice',
      contributors: [{ userRef: 'user:default/carol', role: 'responder' }],
      entityRefs: ['resource:default/payments-db'],
    });
    const carol = portal.as('carol');
    for (const id of [waived, secret]) {
      portal.clock.now = new Date(portal.clock.now.getTime() + 60_000);
      await carol.putWaiver({
        ...(await granted(id)),
        body: { reason: `Covered elsewhere, ${id}` },
      });
    }
    portal.clock.now = new Date(portal.clock.now.getTime() + 60_000);
    await carol.putExtension({
      ...(await granted(extended)),
      body: { dueAt: '2026-03-30T12:00:00Z', reason: 'The vendor is asked' },
    });
  });
  afterAll(() => portal.stop());

  const list = async (
    query: ListComplianceExceptionsQuery = {},
    as: 'alice' | 'dave' = 'dave',
  ) => portal.as(as).listComplianceExceptions({ query });

  it('list author, change, time and reason, newest first', async () => {
    const { items, totalItems } = await list();
    expect(totalItems).toBe(2);
    expect(items).toMatchObject([
      {
        postmortemId: extended,
        kind: 'extension',
        actorRef: 'user:default/carol',
        reason: 'The vendor is asked',
        dueBefore: expect.stringMatching(/^2026-03-17/),
        dueAfter: '2026-03-30T12:00:00.000Z',
        statusBefore: 'on-track',
        statusAfter: 'on-track',
      },
      {
        postmortemId: waived,
        kind: 'waiver',
        governingSeverity: 'SEV-1',
        reason: `Covered elsewhere, ${waived}`,
        statusAfter: 'waived',
      },
    ]);
  });

  it('hide those of restricted postmortems from outsiders', async () => {
    const { items, totalItems } = await list({}, 'alice');
    expect(totalItems).toBe(3);
    expect(items.map(each => each.postmortemId)).toContain(secret);
    expect(await list({ postmortemId: [secret] })).toMatchObject({
      items: [],
      totalItems: 0,
    });
  });

  it.each<[ListComplianceExceptionsQuery, () => string[]]>([
    [{ kind: ['waiver'] }, () => [waived]],
    [{ severity: ['P1'] }, () => [waived]],
    [{ entityRef: ['resource:default/payments-db'] }, () => [extended]],
    [{ ownerRef: ['none'] }, () => [waived]],
    [{ complianceStatus: ['waived'] }, () => [waived]],
    [{ kind: ['deleted'] }, () => []],
  ])('are filtered by %j, like the list', async (query, expected) => {
    const { items, totalItems } = await list(query);
    expect(items.map(({ postmortemId }) => postmortemId)).toEqual(expected());
    expect(totalItems).toBe(expected().length);
  });

  it('are paged', async () => {
    const first = await list({ limit: 1 });
    const second = await list({
      limit: 1,
      cursor: first.pageInfo.nextCursor,
    });
    expect(
      [first, second].flatMap(({ items }) => items.map(each => each.kind)),
    ).toEqual(['extension', 'waiver']);
    expect(second.pageInfo.nextCursor).toBeUndefined();
  });

  it('are counted next to every rate, consistent with the list', async () => {
    const dave = portal.as('dave');
    // By now the extended one is overdue, and the waived one is in no rate.
    portal.clock.now = new Date('2026-04-15T12:00:00.000Z');
    const { overall, groups } = await dave.getCompliance({
      query: { groupBy: 'severity' },
    });
    expect(overall).toMatchObject({
      total: 2,
      byException: 1,
      createdByPerson: 2,
    });
    expect(groups.map(({ key, byException }) => [key, byException])).toEqual([
      ['SEV-1', 0],
      ['SEV-2', 1],
    ]);
    const { totalItems } = await dave.listPostmortems({
      query: {
        hasExceptions: 'true',
        complianceStatus: ['met', 'late', 'overdue'],
      },
    });
    expect(totalItems).toBe(overall.byException);
    const createdByPerson = await dave.listPostmortems({
      query: { origin: ['person'] },
    });
    expect(createdByPerson.totalItems).toBe(overall.createdByPerson);
  });

  it('reject an unknown kind by name', async () => {
    const { status, message } = await refusal(
      list({ kind: ['generosity' as 'waiver'] }),
    );
    expect(status).toBe(400);
    expect(message).toContain('kind');
  });
});
