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
  column: string,
  teamRefs: string[],
  subTeams: 'include' | 'exclude' = 'exclude',
): void {
  if (subTeams === 'exclude') query.whereIn(column, teamRefs);
  else {
    query.whereIn(
      column,
      knex(TABLE).select('team_ref').whereIn('ancestor_ref', teamRefs),
    );
  }
}
