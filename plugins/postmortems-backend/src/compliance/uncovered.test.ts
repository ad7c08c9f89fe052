import fc from 'fast-check';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  ComplianceGroupBy,
  ComplianceQuery,
  Incident,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { seededRandom } from '../__testUtils__/company';
import { chainOf, fill, serviceRef, teamRef } from '../__testUtils__/fill';
import { NOW, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const RUNS = 40;
const DAY = 86_400_000;

/** The last teams and services own no postmortems, only incidents. */
const SIZE = {
  postmortems: 60,
  actionItems: 1,
  withActionItems: 10,
  entities: 6,
  teams: 9,
};
const USER = 'user:default/grace';
const ANCESTORS = new Map(
  Array.from({ length: 14 }, (_, team) => [
    teamRef(team),
    chainOf(team).map(teamRef),
  ]),
);

/** Incidents of two years, with up to two teams, in any disposition. */
async function addIncidents(knex: Knex): Promise<void> {
  const random = seededRandom(7);
  const upTo = (count: number) => Math.floor(random() * count);
  for (let index = 0; index < 120; index += 1) {
    const id = index + 1;
    await knex('incidents').insert({
      id,
      source: 'pagerduty',
      incident_key: `Q${id}`,
      changes: 1,
      disposition: ['waiting', 'waiting', 'covered', 'not-required'][upTo(4)],
      incomplete: true,
      title: `Incident ${id}`,
      started_at: new Date(Date.parse(NOW) - upTo(800) * DAY),
      resolved_at: random() < 0.5 ? new Date(NOW) : null,
      governing_severity: ['SEV-1', 'SEV-2', 'SEV-3', null][upTo(4)],
      visibility: random() < 0.3 ? 'restricted' : 'internal',
      attempts: 0,
      updated_at: new Date(NOW),
    });
    const teams = new Set(
      Array.from({ length: upTo(3) }, () => teamRef(upTo(14))),
    );
    if (random() < 0.1) teams.add(USER);
    for (const team_ref of teams) {
      await knex('incident_teams').insert({ incident_id: id, team_ref });
    }
    const entities = new Set(
      Array.from({ length: upTo(3) }, () => serviceRef(upTo(8))),
    );
    for (const entity_ref of entities) {
      await knex('incident_entities').insert({
        incident_id: id,
        entity_ref,
        position: 0,
      });
    }
  }
}

/** All pages of the list of incidents. */
async function listed(api: PostmortemsApi, query: object): Promise<Incident[]> {
  const items: Incident[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listIncidents({
      query: { ...query, limit: 100, cursor },
    });
    items.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return items;
}

function keysOf(
  { teamRefs, entityRefs, governingSeverity, startedAt }: Incident,
  { groupBy, rollUp, teamRef: only, subTeams, entityRef }: ComplianceQuery,
): string[] {
  const [year, month] = startedAt.split('-');
  const isBelow = (team: string) =>
    !only ||
    only.includes(team) ||
    (subTeams === 'include' &&
      (ANCESTORS.get(team) ?? []).some(above => only.includes(above)));
  const groups = teamRefs.filter(ref => ref.startsWith('group:'));
  switch (groupBy) {
    case 'entity':
      return entityRefs.filter(ref => !entityRef || entityRef.includes(ref));
    case 'severity':
      return [governingSeverity ?? 'none'];
    case 'month':
      return [`${year}-${month}`];
    case 'quarter':
      return [`${year}-Q${Math.ceil(Number(month) / 3)}`];
    default:
      return [
        ...(rollUp
          ? teamRefs.flatMap(ref => ANCESTORS.get(ref) ?? [ref])
          : teamRefs
        ).filter(isBelow),
        ...(groups.length === 0 && (!only || only.includes('none'))
          ? ['none']
          : []),
      ];
  }
}

const QUERIES = fc
  .record<ComplianceQuery>(
    {
      groupBy: fc.constantFrom<ComplianceGroupBy>(
        'team',
        'severity',
        'entity',
        'month',
        'quarter',
      ),
      rollUp: fc.constant('true'),
      teamRef: fc.constantFrom(
        [teamRef(1)],
        [teamRef(0), 'none'],
        [teamRef(12), teamRef(2)],
      ),
      subTeams: fc.constant('include'),
      severity: fc.constantFrom(['SEV-1'], ['SEV-2', 'SEV-3']),
      entityRef: fc.constantFrom(
        [serviceRef(1)],
        [serviceRef(2), serviceRef(7)],
      ),
      startedAfter: fc.constant('2025-05-01T00:00:00Z'),
      startedBefore: fc.constant('2026-01-15T00:00:00Z'),
      resolved: fc.constantFrom('true', 'false'),
    },
    { requiredKeys: ['groupBy'] },
  )
  .map(({ rollUp, ...query }) =>
    query.groupBy === 'team' && rollUp ? { ...query, rollUp } : query,
  );

describe.each(databases.eachSupportedId())(
  'Incidents without a postmortem in compliance, %s',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        groups: { member: [teamRef(3)] },
        policy: (permission, claims) => {
          if (permission.name === 'postmortem.read-restricted') {
            return {
              result: claims.includes('user:default/alice')
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
            };
          }
          return claims.includes('user:default/limited') &&
            isResourcePermission(permission)
            ? createPostmortemConditionalDecision(
                permission as ResourcePermission<'postmortem'>,
                postmortemConditions.hasSeverity({ severities: ['SEV-1'] }),
              )
            : { result: AuthorizeResult.ALLOW };
        },
      });
      await fill(knex, SIZE, new Date(NOW));
      for (const [team_ref, chain] of ANCESTORS) {
        await knex('team_ancestors')
          .insert(chain.map(ancestor_ref => ({ team_ref, ancestor_ref })))
          .onConflict(['ancestor_ref', 'team_ref'])
          .ignore();
      }
      await knex('team_ancestors').insert({
        team_ref: USER,
        ancestor_ref: USER,
      });
      await addIncidents(knex);
    });
    afterAll(() => portal.stop());

    it('are those of the list, for every caller, filter and grouping', async () => {
      const check = async (caller: string, query: ComplianceQuery) => {
        const api = portal.as(caller);
        const report = await api.getCompliance({ query });
        const { groupBy, rollUp, ...filter } = query;
        const incidents = await listed(api, filter);
        expect(report.overall.uncovered).toBe(incidents.length);
        const expected = new Map<string, number>();
        for (const incident of incidents) {
          for (const key of new Set(keysOf(incident, query))) {
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
        }
        expect(
          Object.fromEntries(
            report.groups.flatMap(({ key, uncovered }) =>
              uncovered ? [[key, uncovered]] : [],
            ),
          ),
        ).toEqual(Object.fromEntries(expected));
        const keys = report.groups.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        return incidents.length;
      };
      const [all, ofTeam, open, limited] = [
        await check('alice', { groupBy: 'team', rollUp: 'true' }),
        await check('member', { groupBy: 'team', rollUp: 'true' }),
        await check('outsider', { groupBy: 'severity' }),
        await check('limited', { groupBy: 'entity' }),
      ];
      expect(all).toBeGreaterThan(ofTeam);
      expect(ofTeam).toBeGreaterThan(open);
      expect(open).toBeGreaterThan(limited);
      expect(limited).toBeGreaterThan(0);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('alice', 'member', 'outsider', 'limited'),
          QUERIES,
          async (...args) => {
            await check(...args);
          },
        ),
        { numRuns: RUNS },
      );
    });

    it('leave the other numbers as they are, also in groups without postmortems', async () => {
      const { groups } = await portal.api.getCompliance({
        query: { groupBy: 'team' },
      });
      const only = groups.find(({ key }) => key === teamRef(12));
      expect(only).toMatchObject({ total: 0, due: 0, byException: 0 });
      expect(only?.uncovered).toBeGreaterThan(0);
      expect(only).not.toHaveProperty('rate');
      const totals = groups.map(({ total }) => total);
      expect(totals).toEqual([...totals].sort((a, b) => b - a));

      const bySeverity = await portal.api.getCompliance({
        query: { groupBy: 'severity', entityRef: [serviceRef(7)] },
      });
      expect(bySeverity.overall.total).toBe(0);
      expect(bySeverity.groups.map(({ key }) => key)).toEqual([
        'SEV-1',
        'SEV-2',
        'SEV-3',
        'none',
      ]);
    });

    it('are left out with filters that incidents don’t have', async () => {
      for (const filter of [
        { label: ['label-1'] },
        { complianceStatus: ['met' as const] },
        { outcome: ['incident' as const] },
      ]) {
        const { overall, groups } = await portal.api.getCompliance({
          query: { groupBy: 'team', ...filter },
        });
        expect(overall.total).toBeGreaterThan(0);
        for (const figures of [overall, ...groups]) {
          expect(figures).not.toHaveProperty('uncovered');
        }
      }
    });
  },
);
