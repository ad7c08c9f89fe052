import type { Knex } from 'knex';
import type { Page } from 'backstage-plugin-postmortems-common';
import { listPage } from '../kernel/db/listPage';
import type { ListPageRequest } from '../kernel/db/listPage';
import { GROUP_CHANGES } from './groupLists';
import type { GroupList } from './groupLists';
import { teamsFilter } from './TeamStore';

interface TeamFilter {
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
}

/** The group of a filter for one group with its sub-teams, and nothing else. */
function groupOf({
  teamRef,
  subTeams,
  ...others
}: TeamFilter): string | undefined {
  const isOnly =
    subTeams === 'include' &&
    teamRef?.length === 1 &&
    Object.values(others).every(value => value === undefined);
  return isOnly ? teamRef[0] : undefined;
}

/**
 * Restricts a query to a group, in the order of its list. Finds nothing if the list is out of date.
 */
function joinGroup(
  query: Knex.QueryBuilder,
  { list, id, rows }: GroupList,
  groupRef: string,
): void {
  query
    .join(list, `${list}.${id}`, `${rows}.id`)
    .where(`${list}.group_ref`, groupRef)
    // In the same statement, so that it sees both in the same state.
    .whereRaw(
      `not exists (select 1 from ${GROUP_CHANGES} where ${GROUP_CHANGES}.group_ref = ?)`,
      [groupRef],
    );
}

/**
 * Loads a page of the rows of a group and its sub-teams from the group's list, if the request is for
 * nothing else and in the order of the list.
 *
 * @param restrict - restricts a query to the rows that the caller can see
 * @returns undefined also if the list has none of them or is out of date
 */
export async function listGroup<R extends { id: number }, T>(
  knex: Knex,
  groupList: GroupList,
  {
    filter,
    restrict,
    ...request
  }: Pick<
    ListPageRequest<R, T>,
    'select' | 'toItems' | 'orderField' | 'limit' | 'cursor' | 'totalItems'
  > & {
    filter: TeamFilter;
    restrict: (query: Knex.QueryBuilder) => void;
  },
): Promise<Page<T> | undefined> {
  const { list, id, order, rows, orderField } = groupList;
  const groupRef = groupOf(filter);
  const [field] = request.orderField.split(',');
  if (!groupRef || field !== orderField) return undefined;
  const page = await listPage<R, T>(knex, {
    ...request,
    table: rows,
    columns: {
      [field]: {
        name: order,
        isTime: true,
        expression: () => knex.raw('??', [`${list}.${order}`]),
        joined: {
          idColumn: `${list}.${id}`,
          join: query => joinGroup(query, groupList, groupRef),
        },
      },
    },
    filterPage: restrict,
    filterCount: async query => {
      joinGroup(query, groupList, groupRef);
      restrict(query);
      // Keeps PostgreSQL from building the whole list before counting up to the limit.
      query.orderBy([`${list}.${order}`, `${list}.${id}`]);
    },
  });
  return page.items.length > 0 && page.totalItems !== 0 ? page : undefined;
}

/**
 * Selects the id of each row once for each of its teams and all groups above them, as `team_ref`:
 * from the list or, while it is out of date, from the hierarchy.
 *
 * @param filter - the groups to select; all by default
 */
export function withGroups(
  knex: Knex,
  { list, id, teams }: GroupList,
  { teamRef, subTeams }: TeamFilter,
): Knex.QueryBuilder {
  const changes = knex(GROUP_CHANGES).select(knex.raw('1'));
  const listed = knex(list)
    .select(id, { team_ref: 'group_ref' })
    .whereNotExists(changes);
  const computed = knex(teams)
    .distinct(id, { team_ref: 'team_ancestors.ancestor_ref' })
    .join('team_ancestors', 'team_ancestors.team_ref', `${teams}.team_ref`)
    .whereExists(changes);
  if (teamRef) {
    teamsFilter(knex, listed, 'group_ref', teamRef, subTeams);
    const column = 'team_ancestors.ancestor_ref';
    teamsFilter(knex, computed, column, teamRef, subTeams);
  }
  return listed.unionAll(computed);
}
