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
import { NO_GROUP } from '../incident/ports';
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
import { noIncidents, uncoveredGroups, uncoveredIncidents } from './uncovered';

const STATUSES = complianceStatusSchema.options;

/** The statuses that count in the on-time rate, as positions in `STATUSES`. */
const IN_RATE = (['met', 'late', 'overdue'] as const)
  .map(status => STATUSES.indexOf(status))
  .join();

/** The key of a group with postmortems, uncovered incidents or both. */
const ANY_KEY = 'coalesce(group_key, uncovered_key)';

interface FiguresRow {
  /** Sort position of the group. 0 is the total, which comes first. */
  place: number | string;
  /** Null for groups without postmortems. */
  group_key: string | null;
  /** Null for groups without uncovered incidents. */
  uncovered_key: string | null;
  uncovered: number | string | null;
  total: number | string | null;
  last_started_at: DbTime | null;
  median_hours: number | string | null;
  by_exception: number | string | null;
  created_by_person: number | string | null;
  imported: number | string | null;
  deleted: number | string | null;
  [status: `status_${number}`]: number | string | null;
}

/** How to group postmortems: key expression, join and order. */
interface Grouping {
  key: Knex.Raw;
  join?(query: Knex.QueryBuilder): void;
  orderBy: keyof typeof ORDERS;
}

/**
 * Groups that have uncovered incidents but no postmortems: by size they come last, by severity they
 * rank by their incidents' severity, and by time they sort by key.
 */
const ORDERS = {
  largest: 'coalesce(total, 0) desc, coalesce(uncovered, 0) desc',
  mostSevere: 'coalesce(best_rank, uncovered_rank)',
  latest: `${ANY_KEY} desc`,
};

/**
 * All groupings. A postmortem counts in the group of each of its teams or entities, except those
 * that the filter excludes.
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
        // Use the same definition as the filter for teamless postmortems, which only users or
        // nobody owns.
        teams.unionAll(
          knex('postmortems')
            .whereRaw(TEAMLESS)
            .select('postmortems.id', knex.raw('?', [NO_GROUP])),
        );
      }
      query.leftJoin(teams.as('teams'), 'teams.postmortem_id', 'judged.id');
    },
    orderBy: 'largest',
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
    orderBy: 'largest',
  }),
  severity: knex => ({
    key: knex.raw('judged.governing_severity'),
    orderBy: 'mostSevere',
  }),
  month: knex => ({
    key: monthOf(knex, 'judged.started_at'),
    orderBy: 'latest',
  }),
  quarter: knex => ({
    key: quarterOf(knex, 'judged.started_at'),
    orderBy: 'latest',
  }),
};

/** Counts postmortems by compliance status and group, entirely in the database. */
export class ComplianceStore {
  async report(
    knex: Knex,
    request: Selection<PostmortemFilter> & {
      groupBy: ComplianceGroupBy;
      /** Whether parent groups include the postmortems of their sub-teams, once each. */
      rollUp: boolean;
      /** Ids of all severities, the most severe first. */
      severities: string[];
    },
    now: Date,
  ): Promise<ComplianceReport> {
    const { groupBy, filter, rollUp } = request;
    const grouping = GROUPINGS[groupBy](knex, filter, rollUp);
    const uncovered = uncoveredIncidents(knex, request);
    // Evaluate the status once, and then count in total and by group.
    const rows: FiguresRow[] = await knex
      .withMaterialized('judged', judged(knex, request, now))
      .withMaterialized('waiting', uncovered ?? noIncidents(knex))
      .with('everything', figures(knex, knex.raw(`cast('' as varchar(16))`)))
      .with('groups', inGroups(knex, grouping))
      .with('uncovered_groups', uncoveredGroups(knex, request))
      .select(
        'everything.*',
        knex.raw('cast(null as varchar(16)) as uncovered_key'),
        knex.raw('(select count(*) from waiting) as uncovered'),
        knex.raw('0 as place'),
      )
      .from('everything')
      .unionAll(
        knex('groups')
          .fullOuterJoin('uncovered_groups', 'uncovered_key', 'group_key')
          .select(
            'groups.*',
            'uncovered_key',
            'uncovered',
            knex.raw(
              `row_number() over (order by ${
                ORDERS[grouping.orderBy]
              }, ${ANY_KEY})`,
            ),
          ),
      )
      .orderBy('place')
      .limit(LIMITS.complianceGroups + 2);

    const [overall, ...all] = rows.map(row =>
      toGroup(row, uncovered !== undefined),
    );
    const groups = all.slice(0, LIMITS.complianceGroups);
    return {
      groupBy,
      groups: rollUp ? await withParents(knex, groups) : groups,
      truncated: all.length > LIMITS.complianceGroups,
      overall: withoutKey(overall),
    };
  }
}

/** Adds to each group the other groups that are directly above it. */
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

function toGroup(row: FiguresRow, knowsUncovered: boolean): ComplianceGroup {
  const counts = zeroCounts();
  STATUSES.forEach((status, index) => {
    counts[status] = Number(row[`status_${index}`]);
  });
  return {
    key: row.group_key ?? row.uncovered_key ?? '',
    total: Number(row.total),
    counts,
    ...complianceRate(counts),
    byException: Number(row.by_exception),
    createdByPerson: Number(row.created_by_person),
    imported: Number(row.imported),
    deleted: Number(row.deleted),
    ...(knowsUncovered && { uncovered: Number(row.uncovered) }),
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
