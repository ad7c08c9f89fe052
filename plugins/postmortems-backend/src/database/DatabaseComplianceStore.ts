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
import {
  LIMITS,
  complianceRate,
  complianceStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ComplianceFigures,
  ComplianceGroup,
  ComplianceGroupBy,
  ComplianceReport,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { complianceConditions } from './complianceConditions';
import { hoursBetween, monthOf, quarterOf } from './dialect';
import { teamsFilter } from './DatabaseTeamStore';
import { applyFilter } from './filters';
import { fromDbTime } from './time';
import type { DbTime } from './time';
import type { Selection } from './visibility';

const STATUSES = complianceStatusSchema.options;

/** The key of the postmortems that belong to no group, such as those without an owning team. */
const NO_GROUP = 'none';

interface FiguresRow {
  group_key: string;
  total: number | string;
  last_started_at: DbTime;
  [status: `status_${number}`]: number | string;
}

/** How to group: the expression of the key, the join it needs, and the order of the groups. */
interface Grouping {
  key: Knex.Raw;
  join?(query: Knex.QueryBuilder): void;
  orderBy: [string, 'asc' | 'desc'];
}

/**
 * Every way to group. A postmortem has several teams and entities: those that a filter leaves out
 * form no groups, so that the groups say what was asked for and no more.
 */
const GROUPINGS: Record<
  ComplianceGroupBy,
  (knex: Knex, filter: PostmortemFilter) => Grouping
> = {
  team: (knex, { teamRef, subTeams }) => ({
    key: knex.raw(`coalesce(teams.team_ref, '${NO_GROUP}')`),
    join: query => {
      const teams = knex('postmortem_teams').select(
        'postmortem_id',
        'team_ref',
      );
      if (teamRef) teamsFilter(knex, teams, 'team_ref', teamRef, subTeams);
      query.leftJoin(
        teams.as('teams'),
        'teams.postmortem_id',
        'postmortems.id',
      );
    },
    orderBy: ['total', 'desc'],
  }),
  entity: (knex, { entityRef }) => ({
    key: knex.raw('entities.entity_ref'),
    join: query => {
      query.join(
        { entities: 'postmortem_entities' },
        'entities.postmortem_id',
        'postmortems.id',
      );
      if (entityRef) query.whereIn('entities.entity_ref', entityRef);
    },
    orderBy: ['total', 'desc'],
  }),
  severity: knex => ({
    key: knex.raw('postmortems.governing_severity'),
    orderBy: ['best_rank', 'asc'],
  }),
  month: knex => ({
    key: monthOf(knex, 'postmortems.started_at'),
    orderBy: ['group_key', 'desc'],
  }),
  quarter: knex => ({
    key: quarterOf(knex, 'postmortems.started_at'),
    orderBy: ['group_key', 'desc'],
  }),
};

/** Everything as one group. */
const ALL = (knex: Knex): Grouping => ({
  key: knex.raw(`cast('${NO_GROUP}' as varchar(16))`),
  orderBy: ['group_key', 'asc'],
});

/** Counts postmortems by compliance status, group by group, entirely in the database. */
export class DatabaseComplianceStore {
  async report(
    knex: Knex,
    request: Selection<PostmortemFilter> & { groupBy: ComplianceGroupBy },
    now: Date,
  ): Promise<ComplianceReport> {
    const { groupBy, filter } = request;
    const grouping = GROUPINGS[groupBy](knex, filter);
    const groups = await figures(knex, grouping, request, now);
    const [overall] = await figures(knex, ALL(knex), request, now);
    return {
      groupBy,
      groups: groups.slice(0, LIMITS.complianceGroups),
      truncated: groups.length > LIMITS.complianceGroups,
      overall: overall
        ? withoutKey(overall)
        : { total: 0, counts: zeroCounts(), due: 0 },
    };
  }
}

async function figures(
  knex: Knex,
  by: Grouping,
  selection: Selection<PostmortemFilter>,
  now: Date,
): Promise<ComplianceGroup[]> {
  const conditions = complianceConditions(knex, now);
  const query = knex('postmortems')
    .select({ group_key: by.key })
    .count({ total: '*' })
    .max({ last_started_at: 'postmortems.started_at' })
    .min({ best_rank: 'postmortems.governing_rank' })
    .groupByRaw('1')
    .orderBy(...by.orderBy)
    .orderBy('group_key')
    .limit(LIMITS.complianceGroups + 1);
  STATUSES.forEach((status, index) =>
    query.select(
      knex.raw(`sum(case when ? then 1 else 0 end) as ??`, [
        conditions[status],
        `status_${index}`,
      ]),
    ),
  );
  by.join?.(query);
  applyFilter(knex, query, selection, now);

  const rows = (await query) as FiguresRow[];
  const medians = await medianHoursToPublish(knex, by, selection, now);
  return rows.map(row => {
    const counts = zeroCounts();
    STATUSES.forEach((status, index) => {
      counts[status] = Number(row[`status_${index}`]);
    });
    return {
      key: row.group_key,
      total: Number(row.total),
      counts,
      ...complianceRate(counts),
      medianHoursToPublish: medians.get(row.group_key),
      lastStartedAt: fromDbTime(row.last_started_at),
    };
  });
}

/** The median per group: the mean of the middle one or two, by their place in order. */
async function medianHoursToPublish(
  knex: Knex,
  by: Grouping,
  selection: Selection<PostmortemFilter>,
  now: Date,
): Promise<Map<string, number>> {
  const hours = knex('postmortems')
    .select({
      group_key: by.key,
      hours: hoursBetween(
        knex,
        'postmortems.resolved_at',
        'postmortems.published_at',
      ),
    })
    .whereNotNull('postmortems.published_at')
    .whereNotNull('postmortems.resolved_at');
  by.join?.(hours);
  applyFilter(knex, hours, selection, now);

  const ranked = knex
    .from(hours.as('hours'))
    .select('group_key', 'hours')
    .select(
      knex.raw(
        'row_number() over (partition by group_key order by hours) as place',
      ),
      knex.raw('count(*) over (partition by group_key) as size'),
    );
  const rows: { group_key: string; hours: number | string }[] = await knex
    .from(ranked.as('ranked'))
    .select('group_key')
    .avg({ hours: 'hours' })
    .whereRaw('place in ((size + 1) / 2, (size + 2) / 2)')
    .groupBy('group_key');
  return new Map(rows.map(row => [row.group_key, Number(row.hours)]));
}

function zeroCounts(): ComplianceFigures['counts'] {
  return Object.fromEntries(
    STATUSES.map(status => [status, 0]),
  ) as ComplianceFigures['counts'];
}

function withoutKey({ key, ...rest }: ComplianceGroup): ComplianceFigures {
  return rest;
}
