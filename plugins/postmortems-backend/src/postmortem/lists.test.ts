import fc from 'fast-check';
import type { Knex } from 'knex';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  complianceStatusSchema,
  postmortemOrderFields,
} from 'backstage-plugin-postmortems-common';
import type {
  ComplianceStatus,
  ContributingFactorCategory,
  ImportPostmortem,
  ComplianceQuery,
  ListPostmortemsQuery,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { complianceCondition, compliancePlace } from './complianceConditions';
import { complianceStatus } from '../policy/complianceStatus';
import { NOW, aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/**
 * One postmortem in each compliance status at {@link NOW}, and a second one that met its deadline.
 */
const CONTENT: (Partial<ImportPostmortem> & { importKey: string })[] = [
  {
    importKey: 'not-required',
    title: 'Élan lost: slow search',
    severity: 'SEV-3',
    entityRefs: ['component:default/checkout-web'],
    labels: ['search'],
    contributingFactors: [
      { title: 'The index was rebuilt', category: 'change' },
      { title: 'Nobody noticed', category: 'detection' },
    ],
  },
  { importKey: 'pending', severity: 'SEV-1', resolvedAt: undefined },
  { importKey: 'on-track', severity: 'SEV-2' },
  {
    importKey: 'due-soon',
    severity: 'SEV-1',
    startedAt: '2026-03-09T08:00:00Z',
    resolvedAt: '2026-03-09T09:00:00Z',
  },
  {
    importKey: 'overdue',
    title: 'Checkout unreachable',
    severity: 'SEV-3',
    severityHistory: [
      { severity: 'SEV-1', at: '2026-03-01T08:00:00Z' },
      { severity: 'SEV-3', at: '2026-03-01T08:30:00Z' },
    ],
    startedAt: '2026-03-01T08:00:00Z',
    resolvedAt: '2026-03-01T09:00:00Z',
    ownerRef: 'user:default/bob',
    contributingFactors: [{ title: 'A late deploy', category: 'change' }],
  },
  {
    importKey: 'met',
    severity: 'SEV-1',
    startedAt: '2025-12-31T23:00:00Z',
    resolvedAt: '2026-01-01T01:00:00Z',
    status: 'published',
    publishedAt: '2026-01-01T03:00:00Z',
    entityRefs: [
      'resource:default/payments-db',
      'component:default/checkout-api',
    ],
  },
  {
    importKey: 'met-2',
    severity: 'SEV-1',
    startedAt: '2026-02-01T00:00:00Z',
    resolvedAt: '2026-02-01T01:00:00Z',
    status: 'published',
    publishedAt: '2026-02-01T07:00:00Z',
    outcome: 'false-alarm',
  },
  {
    importKey: 'late',
    severity: 'SEV-2',
    startedAt: '2026-01-05T00:00:00Z',
    resolvedAt: '2026-01-05T01:00:00Z',
    status: 'published',
    publishedAt: '2026-02-05T01:00:00Z',
    entityRefs: ['component:default/orphan'],
  },
  {
    importKey: 'waived',
    severity: 'SEV-1',
    startedAt: '2026-02-10T00:00:00Z',
    resolvedAt: '2026-02-10T01:00:00Z',
    waiver: { reason: 'As PM-6', approverRef: 'user:default/bob' },
  },
  {
    importKey: 'claimed',
    severity: 'SEV-2',
    startedAt: '2026-02-12T00:00:00Z',
    resolvedAt: '2026-02-12T01:00:00Z',
    status: 'published',
    publishedAt: '2026-02-13T00:00:00Z',
  },
];

describe.each(databases.eachSupportedId())('Lists, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    portal = await startPortal({ knex });
    for (const each of CONTENT) {
      await portal.api.importPostmortem({
        body: {
          ...aCreate({ title: `Incident ${each.importKey}` }),
          ...each,
        } as ImportPostmortem,
      });
    }
    // Claims count once someone independent confirms them.
    await portal.as('carol').confirmImports({
      body: { items: ['PM-6', 'PM-7', 'PM-8', 'PM-9'].map(id => ({ id })) },
    });
  });
  afterAll(() => portal.stop());

  const list = async (query: ListPostmortemsQuery = {}) =>
    portal.api.listPostmortems({ query });
  const statuses = (items: PostmortemSummary[]) =>
    items.map(item => item.complianceStatus).sort();

  it('imports each postmortem once', async () => {
    const again = await portal.api.importPostmortem({
      body: { ...aCreate(), importKey: 'met' },
    });
    expect(again).toEqual({ id: 'PM-6', created: false });
    expect((await list()).totalItems).toBe(CONTENT.length);
  });

  it.each([
    [{}, 10],
    [{ entityRef: ['component:default/checkout-web'] }, 1],
    [{ entityRef: ['Component:Default/checkout-web'] }, 1],
    [{ teamRef: ['group:default/platform'] }, 1],
    [{ teamRef: ['none'] }, 1],
    [{ teamRef: ['none', 'group:default/platform'] }, 2],
    [{ ownerRef: ['user:default/bob'] }, 1],
    [{ ownerRef: ['none'] }, 9],
    [{ severity: ['p1'] }, 6],
    [{ severity: ['SEV-1', 'SEV-3'] }, 7],
    [{ status: ['published'] }, 4],
    [{ complianceStatus: ['overdue'] }, 1],
    [{ complianceStatus: ['met', 'late'] }, 3],
    [{ severity: ['SEV-1'], complianceStatus: ['met', 'late'] }, 2],
    [{ outcome: ['false-alarm'] }, 1],
    [{ label: ['search'] }, 1],
    [{ factorCategory: ['change'] }, 2],
    [{ factorCategory: ['change', 'detection'] }, 2],
    [{ factorCategory: ['detection'], severity: ['SEV-3'] }, 1],
    [{ factorCategory: ['capacity'] }, 0],
    [{ startedAfter: '2026-03-01T08:00:00Z' }, 5],
    [{ startedBefore: '2026-03-01T08:00:00Z' }, 5],
    [{ dueBefore: NOW }, 6],
    [{ q: 'checkout' }, 9],
    [{ q: 'checkout unreach' }, 1],
    [{ q: 'unreach CHECK' }, 1],
    [{ q: 'elan' }, 1],
    [{ q: 'pm-6' }, 1],
    [{ q: 'earch' }, 0],
    [{ q: '!?' }, 0],
    [{ q: '  ' }, 10],
    [{ q: 'incident%' }, 8],
  ] satisfies [ListPostmortemsQuery, number][])(
    'filters by %j',
    async (query, count) => {
      const page = await list(query);
      expect(page.items).toHaveLength(count);
      expect(page.totalItems).toBe(count);
    },
  );

  it('filters by the same rules as it judges', async () => {
    for (const status of complianceStatusSchema.options) {
      const { items } = await list({ complianceStatus: [status] });
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(statuses(items))).toEqual(new Set([status]));
    }
  });

  it.each(
    postmortemOrderFields.flatMap(field => [`${field},asc`, `${field},desc`]),
  )('pages through everything there and back, ordered by %s', async order => {
    const whole = await list({ orderField: order });
    const seen: PostmortemSummary[][] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ orderField: order, limit: 2, cursor });
      seen.push(page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(seen.flat()).toEqual(whole.items);
    expect(seen.map(page => page.length)).toEqual([2, 2, 2, 2, 2]);

    let page = await list({ orderField: order, limit: 2 });
    expect(page.pageInfo.prevCursor).toBeUndefined();
    for (let index = 1; index < seen.length; index++) {
      cursor = page.pageInfo.nextCursor;
      page = await list({ orderField: order, limit: 2, cursor });
    }
    for (let index = seen.length - 2; index >= 0; index--) {
      cursor = page.pageInfo.prevCursor;
      page = await list({ orderField: order, limit: 2, cursor });
      expect(page.items).toEqual(seen[index]);
      expect(page.pageInfo.nextCursor).toBeDefined();
    }
    expect(page.pageInfo.prevCursor).toBeUndefined();
  });

  it('puts the most severe first in descending order, and no deadline last', async () => {
    const bySeverity = await list({ orderField: 'severity,desc' });
    expect(bySeverity.items[0].governingSeverity).toBe('SEV-1');
    expect(bySeverity.items[9].governingSeverity).toBe('SEV-3');
    const byDeadline = await list({ orderField: 'dueAt,asc' });
    expect(byDeadline.items[0].complianceStatus).toBe('met');
    expect(byDeadline.items[9].dueAt).toBeUndefined();
  });

  it('orders by status as in the lifecycle, by primary entity, and by owner with none last', async () => {
    const lifecycle = await list({ orderField: 'status,asc' });
    expect(lifecycle.items.map(({ status }) => status)).toEqual([
      ...Array(6).fill('draft'),
      ...Array(4).fill('published'),
    ]);

    const byEntity = await list({ orderField: 'entityRef,asc' });
    const primary = byEntity.items.map(({ entityRefs }) => entityRefs[0]);
    expect(primary).toEqual([...primary].sort());
    expect(primary[9]).toBe('resource:default/payments-db');
    expect(byEntity.totalItems).toBe(10);

    const owners = async (direction: string) =>
      (await list({ orderField: `ownerRef,${direction}` })).items.map(
        ({ ownerRef }) => ownerRef,
      );
    const none = Array(9).fill(undefined);
    expect(await owners('asc')).toEqual(['user:default/bob', ...none]);
    expect(await owners('desc')).toEqual([...none, 'user:default/bob']);
  });

  it('orders by entity within what other filters match', async () => {
    const { items, totalItems } = await list({
      orderField: 'entityRef,desc',
      entityRef: ['component:default/checkout-api'],
      q: 'incident',
      teamRef: ['group:default/checkout'],
    });
    expect(items[0].entityRefs[0]).toBe('resource:default/payments-db');
    expect(items).toHaveLength(totalItems!);
  });

  it('omits the count on request', async () => {
    expect((await list({ totalItems: 'exclude' })).totalItems).toBeUndefined();
  });

  it.each([
    [{ cursor: 'nonsense' }, /cursor/],
    [{ orderField: 'owner,asc' }, /orderField.*startedAt/],
    [{ limit: 101 }, /limit/],
    [{ severity: ['SEV-9'] }, /severity.*SEV-1/],
    [{ complianceStatus: ['done' as ComplianceStatus] }, /complianceStatus/],
    [
      { factorCategory: ['root-cause' as ContributingFactorCategory] },
      /factorCategory.*capacity/,
    ],
    [{ startedAfter: 'yesterday' }, /startedAfter.*ISO 8601/],
    [{ colour: 'red' } as ListPostmortemsQuery, /colour/],
  ] satisfies [ListPostmortemsQuery, RegExp][])(
    'refuses %j',
    async (query, message) => {
      expect(await refusal(list(query))).toMatchObject({
        status: 400,
        message: expect.stringMatching(message),
      });
    },
  );

  it('rejects a cursor of another order', async () => {
    const { pageInfo } = await list({ limit: 2 });
    expect(
      await refusal(
        list({ orderField: 'title,asc', cursor: pageInfo.nextCursor }),
      ),
    ).toMatchObject({ status: 400 });
  });

  it('groups by team, consistent with the list', async () => {
    const report = await portal.api.getCompliance({
      query: { groupBy: 'team' },
    });
    expect(report.overall).toMatchObject({
      total: 10,
      due: 4,
      rate: 0.5,
      medianHoursToPublish: 6,
      counts: {
        'not-required': 1,
        pending: 1,
        'on-track': 1,
        'due-soon': 1,
        overdue: 1,
        met: 2,
        late: 1,
        waived: 1,
        claimed: 1,
      },
      lastStartedAt: '2026-03-10T09:14:00.000Z',
    });
    expect(report.groups.map(group => group.key)).toEqual([
      'group:default/checkout',
      'group:default/platform',
      'none',
    ]);
    expect(report.groups[0].medianHoursToPublish).toBe(4);
    for (const { key, counts, total } of report.groups) {
      expect((await list({ teamRef: [key] })).totalItems).toBe(total);
      for (const [status, count] of Object.entries(counts)) {
        const matching = await list({
          teamRef: [key],
          complianceStatus: [status as ComplianceStatus],
        });
        expect(matching.totalItems).toBe(count);
      }
    }
  });

  it('groups by severity, entity, month and quarter, filtered', async () => {
    const keys = async (groupBy: 'severity' | 'entity' | 'month' | 'quarter') =>
      (
        await portal.api.getCompliance({
          query: { groupBy, complianceStatus: ['met', 'late'] },
        })
      ).groups.map(({ key, total }) => [key, total]);

    expect(await keys('severity')).toEqual([
      ['SEV-1', 2],
      ['SEV-2', 1],
    ]);
    expect(await keys('entity')).toEqual([
      ['component:default/checkout-api', 2],
      ['component:default/orphan', 1],
      ['resource:default/payments-db', 1],
    ]);
    expect(await keys('month')).toEqual([
      ['2026-02', 1],
      ['2026-01', 1],
      ['2025-12', 1],
    ]);
    expect(await keys('quarter')).toEqual([
      ['2026-Q1', 2],
      ['2025-Q4', 1],
    ]);
  });

  it('forms groups only of the filtered teams and entities', async () => {
    const keys = async (query: ComplianceQuery) =>
      (await portal.api.getCompliance({ query })).groups.map(({ key }) => key);

    // All three also belong to other groups.
    expect(
      await keys({ groupBy: 'team', teamRef: ['group:default/platform'] }),
    ).toEqual(['group:default/platform']);
    expect(
      await keys({
        groupBy: 'team',
        teamRef: ['group:default/platform', 'none'],
      }),
    ).toEqual(['group:default/platform', 'none']);
    expect(
      await keys({
        groupBy: 'entity',
        entityRef: ['resource:default/payments-db'],
      }),
    ).toEqual(['resource:default/payments-db']);
  });

  it('returns no rate for an empty set', async () => {
    const { overall, groups } = await portal.api.getCompliance({
      query: { entityRef: ['component:default/none-such'] },
    });
    expect(groups).toEqual([]);
    expect(overall.rate).toBeUndefined();
    expect(overall).toMatchObject({ total: 0, due: 0 });
  });

  it('computes the same compliance status in SQL as in the policy', async () => {
    const time = fc
      .integer({ min: -3, max: 3 })
      .map(days => new Date(Date.parse(NOW) + days * 86_400_000));
    const maybe = fc.option(time, { nil: undefined });
    const facts = fc.record({
      required: fc.boolean(),
      dueAt: maybe,
      warnBefore: fc.integer({ min: 0, max: 3 }),
      completedAt: maybe,
      waiver: fc.option(fc.record({ expiresAt: maybe }), { nil: undefined }),
      claimed: fc.boolean(),
    });
    const now = new Date(NOW);
    const asSql = (date: Date | undefined) =>
      databaseId === 'SQLITE_3'
        ? String(date?.getTime() ?? 'null')
        : `cast(${date ? `'${date.toISOString()}'` : 'null'} as timestamptz)`;
    const never = new Date('9999-12-31');

    await fc.assert(
      fc.asyncProperty(facts, async ({ warnBefore, ...rest }) => {
        const warnAt =
          rest.dueAt &&
          new Date(rest.dueAt.getTime() - warnBefore * 86_400_000);
        // As stored: a claim is never in a rate.
        const waivedUntil = rest.claimed
          ? never
          : rest.waiver && (rest.waiver.expiresAt ?? never);
        const flag = (value: boolean) =>
          databaseId === 'SQLITE_3' ? Number(value) : value;
        const row = knex.raw(
          `(select ${flag(rest.required)} as required,
            ${flag(rest.claimed)} as claimed,
            ${asSql(rest.dueAt)} as due_at,
            ${asSql(rest.dueAt ?? never)} as due_order,
            ${asSql(warnAt)} as warn_at,
            ${asSql(rest.completedAt)} as completed_at,
            ${asSql(waivedUntil)} as waived_until
          ) as postmortems`,
        );
        const holding: string[] = [];
        for (const status of complianceStatusSchema.options) {
          const found = await knex
            .from(row)
            .select('*')
            .where(complianceCondition(knex, status, now));
          if (found.length > 0) holding.push(status);
        }
        const status = complianceStatus({ ...rest, warnAt }, now);
        expect(holding).toEqual([status]);
        const [{ place }] = await knex
          .from(row)
          .select({ place: compliancePlace(knex, now) });
        expect(complianceStatusSchema.options[place]).toBe(status);
      }),
      { numRuns: 150, seed: 42 },
    );
  });
});
