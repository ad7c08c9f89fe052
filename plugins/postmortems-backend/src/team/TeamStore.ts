import { GROUP_ACTION_ITEMS, GROUP_POSTMORTEMS } from './groupLists';
import type { Knex } from 'knex';
import { isAmongTexts, isPostgres } from '../kernel/db/dialect';
import { insertAll } from '../kernel/db/insertAll';
import { updateGroupLists } from './updateGroupLists';

const TABLE = 'team_ancestors';

interface AncestorRow {
  team_ref: string;
  ancestor_ref: string;
}

/** Rows by their unique key. */
function byKey(rows: AncestorRow[]): Map<string, AncestorRow> {
  return new Map(
    rows.map(({ team_ref, ancestor_ref }) => [
      `${team_ref} ${ancestor_ref}`,
      { team_ref, ancestor_ref },
    ]),
  );
}

/** Stores the team hierarchy: each team with itself and all its ancestors. */
export class TeamStore {
  /** Adds missing teams to the stored hierarchy, so that filters find them. */
  async ensure(tx: Knex, teamRefs: string[]): Promise<void> {
    if (teamRefs.length === 0) return;
    await tx(TABLE)
      .insert(teamRefs.map(ref => ({ team_ref: ref, ancestor_ref: ref })))
      .onConflict(['ancestor_ref', 'team_ref'])
      .ignore();
  }

  /** The groups that own something themselves or through teams below them. */
  async groupsWithWork(knex: Knex): Promise<string[]> {
    const groups = knex(GROUP_POSTMORTEMS.list)
      .select('group_ref')
      .union(knex(GROUP_ACTION_ITEMS.list).select('group_ref'))
      .union(
        knex('incident_teams')
          .join(TABLE, `${TABLE}.team_ref`, 'incident_teams.team_ref')
          .select('ancestor_ref'),
      );
    return knex
      .from(groups.as('groups'))
      .whereLike('group_ref', 'group:%')
      .orderBy('group_ref')
      .pluck('group_ref');
  }

  /**
   * Replaces the hierarchy, and only writes the differences. Then updates the lists of the groups
   * that changed; until then, requests look at the new hierarchy itself.
   *
   * @param ancestors - all ancestors of each team
   */
  async replace(
    knex: Knex,
    ancestors: Map<string, Set<string>>,
  ): Promise<void> {
    const { gone, added } = await differences(knex, ancestors);
    if (gone.length > 0 || added.length > 0) {
      await knex.transaction(async tx => {
        // Transactions that are listing rows finish before this; later ones wait for it.
        if (isPostgres(tx)) {
          await tx.raw(`lock table ${TABLE} in exclusive mode`);
        }
        const current = await differences(tx, ancestors);
        await deleteAll(tx, current.gone);
        await insertAll(tx, TABLE, current.added);
      });
    }
    await updateGroupLists(knex);
  }
}

/** Rows per statement, below the databases' limits on bound parameters. */
const CHUNK = 100;

async function deleteAll(tx: Knex, rows: AncestorRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx(TABLE)
      .whereIn(
        ['ancestor_ref', 'team_ref'],
        rows
          .slice(start, start + CHUNK)
          .map(row => [row.ancestor_ref, row.team_ref]),
      )
      .delete();
  }
}

/** How the stored hierarchy differs from another one. */
async function differences(
  knex: Knex,
  ancestors: Map<string, Set<string>>,
): Promise<{ gone: AncestorRow[]; added: AncestorRow[] }> {
  const used: { team_ref: string }[] = await knex('postmortem_teams')
    .distinct('team_ref')
    .union(knex('action_item_teams').distinct('team_ref'))
    .union(knex('incident_teams').distinct('team_ref'));
  const teams = new Set([
    ...ancestors.keys(),
    ...used.map(row => row.team_ref),
  ]);
  const wanted = byKey(
    [...teams].flatMap(team_ref =>
      [team_ref, ...(ancestors.get(team_ref) ?? [])].map(ancestor_ref => ({
        team_ref,
        ancestor_ref,
      })),
    ),
  );
  const known = byKey(
    await knex<AncestorRow>(TABLE).select('team_ref', 'ancestor_ref'),
  );
  const missingIn = (
    others: Map<string, AncestorRow>,
    rows: Map<string, AncestorRow>,
  ) => [...rows].filter(([key]) => !others.has(key)).map(([, row]) => row);
  return { gone: missingIn(wanted, known), added: missingIn(known, wanted) };
}

/** Restricts a query to the named teams and, if requested, their sub-teams. */
export function teamsFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string | Knex.Raw,
  teamRefs: string[],
  subTeams: 'include' | 'exclude' = 'exclude',
): void {
  if (subTeams === 'exclude') query.whereIn(column as string, teamRefs);
  else {
    query.whereIn(
      column as string,
      knex(TABLE).select('team_ref').whereIn('ancestor_ref', teamRefs),
    );
  }
}

/** The column that {@link withAncestors} selects as `team_ref`. */
export const ANCESTOR = `${TABLE}.ancestor_ref`;

/** Selects each row once for each of its teams and their ancestors. */
export function withAncestors(
  rows: Knex.QueryBuilder,
  teamColumn: string,
): Knex.QueryBuilder {
  return rows
    .distinct(`${ANCESTOR} as team_ref`)
    .join(TABLE, `${TABLE}.team_ref`, teamColumn);
}

/** For each team, its ancestors that are also among the given teams, without the team itself. */
export async function ancestorsAmong(
  knex: Knex,
  teamRefs: string[],
): Promise<Map<string, Set<string>>> {
  const known = new Set(teamRefs);
  const rows = await knex<AncestorRow>(TABLE)
    .select('team_ref', 'ancestor_ref')
    .whereRaw('?', [isAmongTexts(knex, 'team_ref', teamRefs)]);
  const ancestors = new Map<string, Set<string>>();
  for (const { team_ref: team, ancestor_ref: ancestor } of rows) {
    if (team === ancestor || !known.has(ancestor)) continue;
    ancestors.set(team, (ancestors.get(team) ?? new Set()).add(ancestor));
  }
  return ancestors;
}

interface TeamFilter {
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
}

/** A table with rows that belong to teams. */
interface OfTeams {
  table: 'postmortem_teams' | 'action_item_teams';
  /** The column with the row id. */
  column: string;
  /** The id column in the outer query. */
  id: string;
  /** SQL condition for rows in the outer query that belong to no group. */
  teamless: string;
}

/**
 * How to find the rows for teams. `list` uses a list of ids, `merge` a list in id order. SQLite
 * also has `walk`, which follows the outer query's order and checks each row, and `join`, which
 * starts from the table of teams and has no order.
 */
export type TeamSearch = 'list' | 'merge' | 'walk' | 'join';

/** Restricts a query to rows that belong to the teams. */
export function whereOfTeams(
  knex: Knex,
  query: Knex.QueryBuilder,
  { table, column, id, teamless }: OfTeams,
  { teamRef, subTeams }: TeamFilter,
  search: TeamSearch,
): void {
  if (!teamRef) return;
  if (search === 'join') {
    query.distinct().join({ theirs: table }, `theirs.${column}`, id);
    teamsFilter(knex, query, 'theirs.team_ref', teamRef, subTeams);
    return;
  }
  const rows = knex(table).select(column);
  if (search === 'walk') {
    // The unary plus makes SQLite use the index on rows rather than the one on teams.
    const ref = knex.raw('+team_ref');
    teamsFilter(knex, rows, ref, teamRef, subTeams);
    query.whereExists(rows.whereRaw('?? = ??', [column, id]));
    return;
  }
  if (search === 'merge') query.orderBy(id);
  const groups = teamRef.filter(ref => ref !== 'none');
  teamsFilter(knex, rows, 'team_ref', groups, subTeams);
  query.where(any => {
    if (groups.length > 0) any.whereIn(id, rows);
    if (teamRef.includes('none')) any.orWhereRaw(teamless);
  });
}

/** Building a list of up to this many rows is cheap. */
const FEW = 1_000;

/** A search strategy, with the filter to use. */
interface TeamPlan<F> {
  search: TeamSearch;
  filter: F;
}

/**
 * Chooses how to find and count the teams' rows. Walking and joining cost the same for any number
 * of matches, but more than a list if there are few.
 */
export async function teamPlans<F extends TeamFilter>(
  knex: Knex,
  table: OfTeams['table'],
  filter: F,
): Promise<{ page: TeamPlan<F>; count: () => Promise<TeamPlan<F>> }> {
  const { teamRef, subTeams } = filter;
  const plan = (search: TeamSearch): TeamPlan<F> => ({ search, filter });
  const byList = { page: plan('list'), count: async () => plan('list') };
  if (!teamRef || teamRef.includes('none')) return byList;
  if (isPostgres(knex)) {
    // Without an order, PostgreSQL would build the whole list before counting up to the limit.
    return {
      page: plan('list'),
      count: async () => ({
        search: 'merge',
        filter: await nameSubTeams(knex, filter),
      }),
    };
  }
  const rows = knex(table)
    .select('team_ref')
    .limit(FEW + 1);
  teamsFilter(knex, rows, 'team_ref', teamRef, subTeams);
  const [{ count }] = await knex.from(rows.as('rows')).count({ count: '*' });
  return Number(count) > FEW
    ? { page: plan('walk'), count: async () => plan('join') }
    : byList;
}

/**
 * Replaces the filter's teams with the references of all their sub-teams, unless there are too many.
 * PostgreSQL can then estimate the number of rows, and compare references in memory instead of
 * looking up each row in the table of teams.
 */
async function nameSubTeams<F extends TeamFilter>(
  knex: Knex,
  filter: F,
): Promise<F> {
  if (!filter.teamRef || filter.subTeams !== 'include') return filter;
  const teamRef: string[] = await knex(TABLE)
    .distinct()
    .whereIn('ancestor_ref', filter.teamRef)
    .limit(FEW + 1)
    .pluck('team_ref');
  return teamRef.length > FEW
    ? filter
    : { ...filter, teamRef, subTeams: 'exclude' };
}
