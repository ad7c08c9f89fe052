import { TestDatabases } from '@backstage/backend-test-utils';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceGroup,
  ListPostmortemsQuery,
} from 'backstage-plugin-postmortems-common';
import { chainOf, fill, teamRef } from '../__testUtils__/fill';
import { NOW, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { TeamStore } from '../team/TeamStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** 30 teams in four levels. */
const SIZE = {
  postmortems: 400,
  actionItems: 1,
  withActionItems: 10,
  entities: 20,
  teams: 30,
};

describe.each(databases.eachSupportedId())(
  'Compliance of a hierarchy, %s',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      portal = await startPortal({ knex });
      await fill(knex, SIZE, new Date(NOW));
      const ancestors = new Map(
        Array.from({ length: SIZE.teams }, (_, team) => [
          teamRef(team),
          new Set(chainOf(team).slice(1).map(teamRef)),
        ]),
      );
      await new TeamStore().replace(knex, ancestors);
      // Owned by two teams with a common parent, and by a team and its parent.
      for (const [id, team] of [
        [6, 7],
        [7, 1],
      ]) {
        await knex('postmortem_teams').insert({
          postmortem_id: id,
          team_ref: teamRef(team),
        });
      }
    });
    afterAll(() => portal.stop());

    const report = (query: object = {}) =>
      portal.api.getCompliance({
        query: { groupBy: 'team', rollUp: 'true', ...query },
      });
    async function count(query: ListPostmortemsQuery) {
      const { totalItems } = await portal.api.listPostmortems({
        query: { limit: 1, ...query },
      });
      return totalItems;
    }
    async function expectNumbersOfLists(
      groups: ComplianceGroup[],
      filter: ListPostmortemsQuery,
    ) {
      for (const { key, total, counts } of groups) {
        const teamFilter = {
          ...filter,
          teamRef: [key],
          subTeams: 'include' as const,
        };
        expect([key, total]).toEqual([key, await count(teamFilter)]);
        for (const complianceStatus of ['met', 'late', 'overdue'] as const) {
          expect([key, complianceStatus, counts[complianceStatus]]).toEqual([
            key,
            complianceStatus,
            await count({
              ...teamFilter,
              complianceStatus: [complianceStatus],
            }),
          ]);
        }
      }
    }

    it('counts the union of all sub-teams, like the list of each group', async () => {
      const { groups, overall } = await report();
      expect(groups.filter(({ key }) => key !== 'none')).toHaveLength(
        SIZE.teams,
      );
      await expectNumbersOfLists(groups.slice(0, 8), {});
      const root = groups.find(({ key }) => key === teamRef(0));
      expect(root?.total).toBe(overall.total);
      for (const status of complianceStatusSchema.options) {
        expect(root?.counts[status]).toBe(overall.counts[status]);
      }
    });

    it('names the parents of each group', async () => {
      const { groups } = await report();
      const parents = new Map(groups.map(each => [each.key, each.parents]));
      expect(parents.get(teamRef(0))).toEqual([]);
      expect(parents.get(teamRef(3))).toEqual([teamRef(0)]);
      expect(parents.get(teamRef(21))).toEqual([teamRef(5)]);
    });

    it('shows only the hierarchy below the filtered teams', async () => {
      const filter = { severity: ['SEV-2'] };
      const { groups } = await report({
        ...filter,
        teamRef: [teamRef(1)],
        subTeams: 'include',
      });
      const keys = groups.map(({ key }) => key);
      expect(keys).toContain(teamRef(1));
      expect(keys).not.toContain(teamRef(0));
      expect(keys).not.toContain(teamRef(2));
      await expectNumbersOfLists(groups, filter);
    });

    it('is refused for other groupings', async () => {
      expect(await refusal(report({ groupBy: 'severity' }))).toMatchObject({
        status: 400,
        message: 'rollUp requires groupBy=team',
      });
    });
  },
);
