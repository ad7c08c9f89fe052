/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Knex } from 'knex';
import { isPostgres } from './dialect';
import { insertAll } from './insertAll';

const TABLE = 'team_ancestors';

interface AncestorRow {
  team_ref: string;
  ancestor_ref: string;
}

/** Rows by what makes each the only one of its kind. */
function byKey(rows: AncestorRow[]): Map<string, AncestorRow> {
  return new Map(
    rows.map(({ team_ref, ancestor_ref }) => [
      `${team_ref} ${ancestor_ref}`,
      { team_ref, ancestor_ref },
    ]),
  );
}

/** Which team is below which: every team with itself and every team above it. */
export class DatabaseTeamStore {
  /** Makes sure that teams can be found, though the catalog's hierarchy may not be known yet. */
  async ensure(tx: Knex, teamRefs: string[]): Promise<void> {
    if (teamRefs.length === 0) return;
    await tx(TABLE)
      .insert(teamRefs.map(ref => ({ team_ref: ref, ancestor_ref: ref })))
      .onConflict(['ancestor_ref', 'team_ref'])
      .ignore();
  }

  /**
   * Replaces the hierarchy. Only what differs is written, as mostly nothing does.
   *
   * @param ancestors - per team, all teams above it
   */
  async replace(
    knex: Knex,
    ancestors: Map<string, Set<string>>,
  ): Promise<void> {
    await knex.transaction(async tx => {
      const used: { team_ref: string }[] = await tx('postmortem_teams')
        .distinct('team_ref')
        .union(tx('action_item_teams').distinct('team_ref'))
        .union(tx('incident_teams').distinct('team_ref'));
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
        await tx<AncestorRow>(TABLE).select('team_ref', 'ancestor_ref'),
      );
      for (const [key, row] of known) {
        if (!wanted.has(key)) await tx(TABLE).where(row).delete();
      }
      await insertAll(
        tx,
        TABLE,
        [...wanted].filter(([key]) => !known.has(key)).map(([, row]) => row),
      );
    });
  }
}

/** The teams to look under: those named, and with them the teams below. */
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

/** Which teams: those named, or with them those below. */
interface TeamFilter {
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
}

/** A table of rows that belong to teams. */
interface OfTeams {
  table: 'postmortem_teams' | 'action_item_teams';
  /** The column with the id of a row. */
  column: string;
  /** The id in the query. */
  id: string;
}

/**
 * How to find the rows of teams: by a list of their ids, or by a list that is read along the order
 * of the ids; and on SQLite, by walking along the order of the query and looking at the teams of
 * each, or by the table of teams, in no order.
 */
export type TeamSearch = 'list' | 'merge' | 'walk' | 'join';

/** Restricts a query to the rows of teams. */
export function whereOfTeams(
  knex: Knex,
  query: Knex.QueryBuilder,
  { table, column, id }: OfTeams,
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
    // The plus keeps SQLite from looking up every team instead of those of the row.
    const ref = knex.raw('+team_ref');
    teamsFilter(knex, rows, ref, teamRef, subTeams);
    query.whereExists(rows.whereRaw('?? = ??', [column, id]));
    return;
  }
  if (search === 'merge') query.orderBy(id);
  teamsFilter(knex, rows, 'team_ref', teamRef, subTeams);
  query.where(any => {
    any.whereIn(id, rows);
    if (teamRef.includes('none')) {
      any.orWhereNotIn(id, knex(table).select(column));
    }
  });
}

/** A list of so few is quickly made. */
const FEW = 1_000;

/** How to find the rows of teams, and the filter to find them with. */
interface TeamPlan<F> {
  search: TeamSearch;
  filter: F;
}

/**
 * How to find a page of the rows of teams, and how to count them. Walking and joining take as long
 * however many there are, but longer than a list where there are few.
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
    // Without an order to keep, PostgreSQL would make the whole list before it counts to the bound.
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
 * The same filter with every team by its name, unless they are very many: PostgreSQL then knows how
 * many rows to expect, and looks up a name in memory instead of in the table of teams, row by row.
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
