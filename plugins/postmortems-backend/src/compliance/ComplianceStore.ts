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
import { compliancePlace } from '../postmortem/complianceConditions';
import {
  hoursBetween,
  inByteOrder,
  medianOf,
  monthOf,
  quarterOf,
} from '../kernel/db/dialect';
import { TEAMLESS } from '../postmortem/teamless';
import {
  GROUP_POSTMORTEMS,
  ancestorsAmong,
  parentsAmong,
  teamsFilter,
  withGroups,
} from '../team/ports';
import { applyFilter } from '../postmortem/filters';
import { fromDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';
import type { Selection } from '../kernel/access/scopeSql';

const STATUSES = complianceStatusSchema.options;

/** Positions of the statuses in the on-time rate. */
const IN_RATE = (['met', 'late', 'overdue'] as const)
  .map(status => STATUSES.indexOf(status))
  .join();

/** Key for postmortems without a group, such as those without an owning team. */
const NO_GROUP = 'none';

interface FiguresRow {
  /** Sort position of the group. 0 is the total, which comes first. */
  place: number | string;
  group_key: string;
  total: number | string;
  last_started_at: DbTime | null;
  median_hours: number | string | null;
  by_exception: number | string;
  created_by_person: number | string;
  imported: number | string;
  deleted: number | string | null;
  [status: `status_${number}`]: number | string | null;
}

/** How to group postmortems: key expression, join and order. */
interface Grouping {
  key: Knex.Raw;
  join?(query: Knex.QueryBuilder): void;
  orderBy: 'total desc' | 'best_rank' | 'group_key desc';
}

/**
 * All groupings. A postmortem can have several teams and entities. Those excluded by a filter form
 * no groups.
 */
const GROUPINGS: Record<
  ComplianceGroupBy,
  (knex: Knex, filter: PostmortemFilter, rollUp: boolean) => Grouping
> = {
  team: (knex, { teamRef, subTeams }, rollUp) => ({
    key: inByteOrder(knex, `coalesce(teams.team_ref, '${NO_GROUP}')`),
    join: query => {
      const teams = rollUp
        ? withGroups(knex, GROUP_POSTMORTEMS, { teamRef, subTeams })
        : knex('postmortem_teams').select('postmortem_id', 'team_ref');
      if (teamRef && !rollUp) {
        teamsFilter(knex, teams, 'team_ref', teamRef, subTeams);
      }
      if (!teamRef || teamRef.includes(NO_GROUP)) {
        // The same ones that the filter finds, also if users own their entities.
        teams.unionAll(
          knex('postmortems')
            .whereRaw(TEAMLESS)
            .select('postmortems.id', knex.raw('?', [NO_GROUP])),
        );
      }
      query.leftJoin(teams.as('teams'), 'teams.postmortem_id', 'judged.id');
    },
    orderBy: 'total desc',
  }),
  entity: (knex, { entityRef }) => ({
    key: inByteOrder(knex, 'entities.entity_ref'),
    join: query => {
      query.join(
        { entities: 'postmortem_entities' },
        'entities.postmortem_id',
        'judged.id',
      );
      if (entityRef) query.whereIn('entities.entity_ref', entityRef);
    },
    orderBy: 'total desc',
  }),
  severity: knex => ({
    key: knex.raw('judged.governing_severity'),
    orderBy: 'best_rank',
  }),
  month: knex => ({
    key: monthOf(knex, 'judged.started_at'),
    orderBy: 'group_key desc',
  }),
  quarter: knex => ({
    key: quarterOf(knex, 'judged.started_at'),
    orderBy: 'group_key desc',
  }),
};

/** Counts postmortems by compliance status and group, entirely in the database. */
export class ComplianceStore {
  async report(
    knex: Knex,
    request: Selection<PostmortemFilter> & {
      groupBy: ComplianceGroupBy;
      /** Whether parent groups include the postmortems of their subteams, once each. */
      rollUp: boolean;
    },
    now: Date,
  ): Promise<ComplianceReport> {
    const { groupBy, filter, rollUp } = request;
    const grouping = GROUPINGS[groupBy](knex, filter, rollUp);
    // Evaluate the status once, and then count in total and by group.
    const rows: FiguresRow[] = await knex
      .withMaterialized('judged', judged(knex, request, now))
      .with('everything', figures(knex, knex.raw(`cast('' as varchar(16))`)))
      .with('groups', inGroups(knex, grouping))
      .select('*', knex.raw('0 as place'))
      .from('everything')
      .unionAll(
        knex('groups').select(
          '*',
          knex.raw(
            `row_number() over (order by ${grouping.orderBy}, group_key)`,
          ),
        ),
      )
      .orderBy('place')
      .limit(LIMITS.complianceGroups + 2);

    const [overall, ...all] = rows.map(toGroup);
    const groups = all.slice(0, LIMITS.complianceGroups);
    return {
      groupBy,
      groups: rollUp ? await withParents(knex, groups) : groups,
      truncated: all.length > LIMITS.complianceGroups,
      overall: withoutKey(overall),
    };
  }
}

/** Adds to each group which others are directly above it. */
async function withParents(
  knex: Knex,
  groups: ComplianceGroup[],
): Promise<ComplianceGroup[]> {
  const keys = groups.map(({ key }) => key);
  const parents = parentsAmong(keys, await ancestorsAmong(knex, keys));
  return groups.map(group => ({ ...group, parents: parents.get(group.key) }));
}

/** The selected postmortems, each with the position of its compliance status. */
function judged(
  knex: Knex,
  selection: Selection<PostmortemFilter>,
  now: Date,
): Knex.QueryBuilder {
  const query = knex('postmortems').select(
    'postmortems.id',
    'started_at',
    'governing_severity',
    'governing_rank',
    'origin',
    'exceptions',
    'deletions',
    {
      hours: hoursBetween(knex, 'resolved_at', 'published_at'),
      status: compliancePlace(knex, now),
    },
  );
  applyFilter(knex, query, selection, now);
  return query;
}

function inGroups(knex: Knex, { key, join }: Grouping): Knex.QueryBuilder {
  const query = figures(knex, key).groupByRaw('1');
  join?.(query);
  return query;
}

function figures(knex: Knex, key: Knex.Raw): Knex.QueryBuilder {
  return knex('judged')
    .select({ group_key: key, median_hours: medianOf(knex, 'judged.hours') })
    .count({ total: '*' })
    .max({ last_started_at: 'judged.started_at' })
    .min({ best_rank: 'judged.governing_rank' })
    .sum({ deleted: 'judged.deletions' })
    .select(
      knex.raw(
        `count(*) filter (where judged.exceptions > 0 and judged.status in (${IN_RATE})) as by_exception`,
      ),
      knex.raw(
        `count(*) filter (where judged.origin = 'person') as created_by_person`,
      ),
      knex.raw(`count(*) filter (where judged.origin = 'import') as imported`),
    )
    .select(
      STATUSES.map((_, index) =>
        knex.raw(
          `count(*) filter (where judged.status = ${index}) as status_${index}`,
        ),
      ),
    );
}

function toGroup(row: FiguresRow): ComplianceGroup {
  const counts = zeroCounts();
  STATUSES.forEach((status, index) => {
    counts[status] = Number(row[`status_${index}`]);
  });
  return {
    key: row.group_key,
    total: Number(row.total),
    counts,
    ...complianceRate(counts),
    byException: Number(row.by_exception),
    createdByPerson: Number(row.created_by_person),
    imported: Number(row.imported),
    deleted: Number(row.deleted),
    medianHoursToPublish:
      row.median_hours === null ? undefined : Number(row.median_hours),
    lastStartedAt: fromDbTime(row.last_started_at),
  };
}

function zeroCounts(): ComplianceFigures['counts'] {
  return Object.fromEntries(
    STATUSES.map(status => [status, 0]),
  ) as ComplianceFigures['counts'];
}

function withoutKey({ key, ...rest }: ComplianceGroup): ComplianceFigures {
  return rest;
}
