import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceGroup,
  ComplianceGroupBy,
  ComplianceReport,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import type { Selection } from '../kernel/access/scopeSql';
import { ancestorsAmong, parentsAmong } from '../team/ports';
import { evaluateAll } from './figures/evaluateAll';
import { ANY_KEY, ORDERS, toGroup, withoutKey } from './figures/figureRows';
import type { FiguresQueries, FiguresRow } from './figures/figureRows';
import { foldChanges } from './figures/foldChanges';
import { completeCounts, isCounted, readCounts } from './figures/readCounts';
import type { CountsRow } from './figures/readCounts';
import { noIncidents, uncoveredGroups, uncoveredIncidents } from './uncovered';

interface ReportRequest extends Selection<PostmortemFilter> {
  groupBy: ComplianceGroupBy;
  /** Whether parent groups include the postmortems of their sub-teams, once each. */
  rollUp: boolean;
  /** Ids of all severities, the most severe first. */
  severities: string[];
}

/**
 * Counts postmortems by compliance status and group, in the database: from the counts that are kept
 * of groups or, if they don't answer the request, by evaluating all selected postmortems.
 */
export class ComplianceStore {
  async report(
    knex: Knex,
    request: ReportRequest,
    now: Date,
  ): Promise<ComplianceReport> {
    const waiting = uncoveredIncidents(knex, request);
    const run = <Row extends FiguresRow>(queries: FiguresQueries) =>
      readFigures<Row>(knex, queries, {
        waiting: waiting ?? noIncidents(knex),
        groups: uncoveredGroups(knex, request),
      });
    const rows =
      (isCounted(request) &&
        completeCounts(await run<CountsRow>(readCounts(knex, request, now)))) ||
      (await run(evaluateAll(knex, request, now)));

    const [overall, ...all] = rows.map(row => toGroup(row, Boolean(waiting)));
    const groups = all.slice(0, LIMITS.complianceGroups);
    return {
      groupBy: request.groupBy,
      groups: request.rollUp ? await withParents(knex, groups) : groups,
      truncated: all.length > LIMITS.complianceGroups,
      overall: withoutKey(overall),
    };
  }

  /** Adds recent changes to the counts that are kept of groups. */
  async fold(knex: Knex, now: Date): Promise<void> {
    await foldChanges(knex, now);
  }
}

/** Reads the figures together with uncovered incidents: first the total, and then each group. */
async function readFigures<Row extends FiguresRow>(
  knex: Knex,
  { shared, everything, groups, orderBy }: FiguresQueries,
  uncovered: { waiting: Knex.QueryBuilder; groups: Knex.QueryBuilder },
): Promise<Row[]> {
  const query = knex.queryBuilder();
  for (const [name, part] of Object.entries(shared)) {
    query.withMaterialized(name, part);
  }
  return query
    .withMaterialized('waiting', uncovered.waiting)
    .with('everything', everything)
    .with('groups', groups)
    .with('uncovered_groups', uncovered.groups)
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
            `row_number() over (order by ${ORDERS[orderBy]}, ${ANY_KEY})`,
          ),
        ),
    )
    .orderBy('place')
    .limit(LIMITS.complianceGroups + 2) as unknown as Promise<Row[]>;
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
