import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Knex } from 'knex';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  LIMITS,
  complianceQuerySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ListPostmortemsQuery,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { fill, isRestricted, teamOf, teamRef } from '../__testUtils__/fill';
import { NOW, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { explain, theQuery, watch } from '../__testUtils__/queryPlans';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const SIZE = {
  postmortems: 10_000,
  actionItems: 5,
  withActionItems: 1,
  entities: 500,
  teams: 300,
};
const DAY = 86_400_000;

/** Alice's teams. */
const HER_TEAMS = [7, 8];

/** Postmortems hidden from alice. */
const HIDDEN = Array.from(
  { length: SIZE.postmortems },
  (_, index) => index + 1,
).filter(
  id => isRestricted(id) && !HER_TEAMS.includes(teamOf(id, SIZE)),
).length;

const LISTS: [string, ListPostmortemsQuery][] = [
  ['All, newest first', {}],
  ['Tab of an entity', { entityRef: ['component:default/service-7'] }],
  ['All of a team', { teamRef: ['group:default/team-7'] }],
  ['Without a team', { teamRef: ['none'] }],
  [
    'Severity, compliance status and date',
    {
      severity: ['SEV-1', 'SEV-2'],
      complianceStatus: ['late'],
      startedAfter: '2025-03-12T00:00:00Z',
    },
  ],
  [
    'Overdue, by deadline',
    { complianceStatus: ['overdue'], orderField: 'dueAt,asc' },
  ],
  ['By title', { orderField: 'title,asc' }],
  ['By status', { orderField: 'status,asc' }],
  ['By affected entity', { orderField: 'entityRef,asc' }],
  ['By owner', { orderField: 'ownerRef,asc' }],
  ['By owner, those without first', { orderField: 'ownerRef,desc' }],
  ['Category of a contributing factor', { factorCategory: ['change'] }],
];

/** The query of a team page: the second team with its 84 sub-teams. */
const OF_THE_TEAM: { teamRef: string[]; subTeams: 'include' } = {
  teamRef: [teamRef(1)],
  subTeams: 'include',
};
const IN_A_WEEK = new Date(Date.parse(NOW) + 7 * DAY).toISOString();

const PANELS: [string, (api: PostmortemsApi) => Promise<unknown>][] = [
  [
    'Open action items, by status',
    api =>
      api.listActionItems({
        query: { status: ['open', 'in-progress'], orderField: 'status,asc' },
      }),
  ],
  [
    'Open action items, by owner',
    api =>
      api.listActionItems({
        query: { status: ['open', 'in-progress'], orderField: 'ownerRef,asc' },
      }),
  ],
  [
    'Action items, by status',
    api => api.listActionItems({ query: { orderField: 'status,desc' } }),
  ],
  [
    'Action items, by owner',
    api => api.listActionItems({ query: { orderField: 'ownerRef,desc' } }),
  ],
  [
    'Team view: overdue postmortems',
    api =>
      api.listPostmortems({
        query: {
          ...OF_THE_TEAM,
          complianceStatus: ['overdue'],
          orderField: 'dueAt,asc',
        },
      }),
  ],
  [
    'Team view: postmortems due within a week',
    api =>
      api.listPostmortems({
        query: {
          ...OF_THE_TEAM,
          complianceStatus: ['due-soon', 'on-track'],
          dueBefore: IN_A_WEEK,
          orderField: 'dueAt,asc',
        },
      }),
  ],
  [
    'Team view: overdue action items',
    api => api.listActionItems({ query: { ...OF_THE_TEAM, overdue: 'true' } }),
  ],
  [
    'Team view: action items due within a week',
    api =>
      api.listActionItems({
        query: {
          ...OF_THE_TEAM,
          status: ['open', 'in-progress'],
          dueAfter: NOW,
          dueBefore: IN_A_WEEK,
        },
      }),
  ],
  [
    'Team view: compliance of the quarter',
    api =>
      api.getCompliance({
        query: {
          ...OF_THE_TEAM,
          groupBy: 'quarter',
          startedAfter: '2025-10-01T00:00:00Z',
        },
      }),
  ],
  [
    'Team view: sub-teams and their compliance',
    api => api.getCompliance({ query: { ...OF_THE_TEAM, groupBy: 'team' } }),
  ],
  [
    'Team view: sub-teams and their action items',
    api =>
      api.summarizeActionItems({ query: { ...OF_THE_TEAM, groupBy: 'team' } }),
  ],
];

const NAMES: Record<string, string> = {
  SQLITE_3: 'sqlite',
  POSTGRES_18: 'postgresql',
};

/** Renders docs/query-plans-*.md, which this test writes if `QUERY_PLANS=<folder>` is set. */
function document(database: string, plans: [string, string][]): string {
  return [
    `# Query plans, ${database}`,
    '',
    `Plans for a page of 25 of ${SIZE.postmortems} postmortems and ${
      SIZE.postmortems * SIZE.actionItems
    } action items of ${SIZE.teams} teams, recorded by the scale test.`,
    ...plans.flatMap(([name, plan]) => [
      '',
      `## ${name}`,
      '',
      '```text',
      plan,
      '```',
    ]),
    '',
  ].join('\n');
}

describe.each(databases.eachSupportedId())(
  `${SIZE.postmortems} postmortems, %s`,
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    const plans: [string, string][] = [];

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        groups: { alice: HER_TEAMS.map(teamRef) },
      });
      await fill(knex, SIZE, new Date(NOW));
    });
    afterAll(async () => {
      await portal.stop();
      if (process.env.QUERY_PLANS) {
        writeFileSync(
          resolve(
            process.env.QUERY_PLANS,
            `query-plans-${NAMES[databaseId]}.md`,
          ),
          document(NAMES[databaseId], plans),
        );
      }
    });

    it.each(LISTS)(
      '%s: a page of rows, found by an index',
      async (name, query) => {
        const run = async (limit: number) => {
          const ran = await watch(knex, () =>
            portal.api.listPostmortems({ query: { ...query, limit } }),
          );
          for (const { rows } of ran) {
            expect(rows).toBeLessThanOrEqual(limit + 1);
          }
          return ran;
        };
        await run(LIMITS.pageSize);
        const page = theQuery(await run(LIMITS.defaultPageSize));
        const plan = await explain(knex, page);
        expect(plan).toMatch(/index/i);
        expect(plan).not.toMatch(
          /Seq Scan on postmortem|SCAN postmortem(s|_\w+)$/m,
        );
        plans.push([name, plan]);
      },
    );

    it.each([
      ['Search: a rare phrase', '"service 77"'],
      ['Search: a common word', 'incident'],
    ])('%s: indexed queries', async (name, q) => {
      const ran = await watch(knex, () =>
        portal.api.listPostmortems({ query: { q } }),
      );
      const [candidates] = ran
        .filter(({ sql }) => /match \?.*order by|@@.*order by/s.test(sql))
        .slice(-1);
      const plan = await explain(knex, candidates);
      expect(plan).not.toMatch(/Seq Scan/);
      plans.push([name, plan]);
      for (const query of ran) {
        expect(query.rows).toBeLessThanOrEqual(3 * LIMITS.rankedMatches);
      }
    });

    it.each(PANELS)(
      '%s: one indexed query, however many teams there are',
      async (name, panel) => {
        const ran = await watch(knex, () => panel(portal.api));
        const plan = await explain(knex, theQuery(ran));
        expect(plan).toMatch(/index/i);
        expect(plan).not.toMatch(/SCAN (action_items|postmortems)$/m);
        for (const query of ran) {
          expect(query.rows).toBeLessThanOrEqual(SIZE.teams);
        }
        // The others count or load tickets: none per team or row.
        expect(ran.length).toBeLessThanOrEqual(4);
        plans.push([name, plan]);
      },
    );

    it('finds unanswered mentions by an index', async () => {
      const ids = Array.from({ length: SIZE.postmortems }, (_, n) => n + 1);
      await knex.batchInsert(
        'postmortem_comments',
        ids.map(id => ({
          postmortem_id: id,
          author_ref: 'user:default/alice',
          markdown: 'Any news?',
          created_at: new Date(NOW),
          revision: 1,
        })),
        100,
      );
      await knex('postmortem_mentions').insert(
        knex('postmortem_comments').select(
          knex.raw(`'user:default/person-' || (id % 500)`),
          'id',
          'postmortem_id',
        ),
      );
      await knex.raw('analyze');
      const userRef = 'user:default/person-7';
      const ran = await watch(knex, async () => {
        const page = await portal.api.listMentions({ query: { userRef } });
        expect(page.items.length).toBeGreaterThan(10);
      });
      const plan = await explain(knex, theQuery(ran));
      expect(plan).toMatch(/postmortem_mentions_/);
      expect(plan).not.toMatch(/Seq Scan on postmortem|SCAN postmortem/);
      expect(ran.length).toBeLessThanOrEqual(3);
      plans.push(['Unanswered mentions of a user', plan]);
    });

    it.each([
      ['status,asc', /postmortems_status_idx/],
      ['entityRef,desc', /postmortem_entities_primary_idx/],
      ['ownerRef,desc', /postmortems_owner_order_idx/],
    ])(
      'reads the next page by %s from the index, unsorted',
      async (orderField, index) => {
        const query = { orderField, limit: 100 };
        const { pageInfo } = await portal.api.listPostmortems({ query });
        const ran = await watch(knex, () =>
          portal.api.listPostmortems({
            query: { ...query, cursor: pageInfo.nextCursor },
          }),
        );
        const plan = await explain(knex, theQuery(ran));
        expect(plan).toMatch(index);
        expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
      },
    );

    it.each<[string, (api: PostmortemsApi) => Promise<unknown>]>([
      [
        'A team with its sub-teams',
        api => api.listPostmortems({ query: OF_THE_TEAM }),
      ],
      [
        'Action items of a team with its sub-teams',
        api => api.listActionItems({ query: OF_THE_TEAM }),
      ],
    ])('%s: a range of an index, unsorted', async (name, list) => {
      const ran = await watch(knex, () => list(portal.api));
      expect(ran).toHaveLength(2);
      for (const query of ran) {
        const plan = await explain(knex, query);
        expect(plan).toMatch(
          /SEARCH group_\w+ USING PRIMARY KEY|Index.* Scan.* using group_\w+_pkey/,
        );
        expect(plan).not.toMatch(
          /TEMP B-TREE|Sort|Seq Scan on (?!action_item_tickets|group_changes)|SCAN (?!matching)/,
        );
      }
      plans.push([name, await explain(knex, theQuery(ran))]);
    });

    it('leaves out what the caller cannot see of a team', async () => {
      const team = 87;
      const all = Array.from(
        { length: SIZE.postmortems },
        (_, index) => index + 1,
      ).filter(id => teamOf(id, SIZE) === team);
      const visible = all.filter(id => !isRestricted(id)).length;
      expect(visible).toBeLessThan(all.length);
      const query = {
        teamRef: [teamRef(team)],
        subTeams: 'include' as const,
        limit: 100,
      };
      const postmortems = await portal.api.listPostmortems({ query });
      expect(postmortems.items).toHaveLength(visible);
      expect(postmortems.totalItems).toBe(visible);
      const actionItems = await portal.api.listActionItems({ query });
      expect(actionItems.totalItems).toBe(visible * SIZE.actionItems);
    });

    it('reaches the last page without reading those before it', async () => {
      const first = await portal.api.listPostmortems({
        query: { orderField: 'startedAt,asc', limit: 100 },
      });
      const cursor = first.pageInfo.nextCursor;
      const ran = await watch(knex, () =>
        portal.api.listPostmortems({
          query: { orderField: 'startedAt,asc', limit: 100, cursor },
        }),
      );
      expect(theQuery(ran).sql).not.toMatch(/offset/i);
      expect(await explain(knex, theQuery(ran))).toMatch(
        /postmortems_started_at_idx/,
      );
    });

    it('counts compliance in one statement with one row per group', async () => {
      const query = complianceQuerySchema.parse({ groupBy: 'team' });
      let groups = 0;
      const ran = await watch(knex, async () => {
        const answer = await portal.api.getCompliance({ query });
        groups = answer.groups.length;
        expect(answer.overall.total).toBe(SIZE.postmortems - HIDDEN);
      });
      expect(groups).toBe(SIZE.teams);
      expect(ran).toHaveLength(1);
      // Plus one for the total.
      for (const { rows } of ran) expect(rows).toBeLessThanOrEqual(groups + 1);
    });
  },
);
