import type { Knex } from 'knex';
import {
  complianceRate,
  complianceStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ComplianceStatus,
  Insights,
  OnTimeFigures,
} from 'backstage-plugin-postmortems-common';
import { monthOf } from '../../kernel/db/dialect';
import { compliancePlace } from '../../postmortem/complianceConditions';
import { periodOf, periodsOf } from '../rules/ranges';
import { bothRanges, isInRange, postmortemsIn } from './selection';
import type { InsightsRequest } from './selection';

const COUNTS = {
  n: '1 = 1',
  met: hasStatus('met'),
  late: hasStatus('late'),
  overdue: hasStatus('overdue'),
  imported: hasStatus('claimed'),
  byException: `exceptions > 0 and (${(['met', 'late', 'overdue'] as const)
    .map(hasStatus)
    .join(' or ')})`,
  createdByPerson: `origin = 'person'`,
  unresolved: 'resolved_at is null',
  falseAlarms: `outcome = 'false-alarm'`,
};

type Count = keyof typeof COUNTS | 'deleted';

/** The counts for one month and severity. */
interface Cell extends Record<Count, number> {
  isCurrent: boolean;
  month: string;
  severity: string;
  rank: number;
}

function hasStatus(status: ComplianceStatus): string {
  return `status = ${complianceStatusSchema.options.indexOf(status)}`;
}

/** Reads all figures that only count postmortems, in one query. */
export async function readCounts(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<
  Pick<Insights, 'incidents' | 'onTime' | 'beside'> & { falseAlarms: number }
> {
  const { range, interval } = request;
  const cells = await readCells(knex, request, now);
  const current = cells.filter(({ isCurrent }) => isCurrent);
  const previous = cells.filter(({ isCurrent }) => !isCurrent);
  const within = (period: string, unit: typeof interval) =>
    current.filter(({ month }) => periodOf(month, unit) === period);
  const severities = new Map(
    current
      .sort((a, b) => a.rank - b.rank || (a.severity < b.severity ? -1 : 1))
      .map(({ severity, rank }) => [severity, rank]),
  );
  return {
    incidents: {
      n: sum(current, 'n'),
      previous: sum(previous, 'n'),
      periods: periodsOf(range, interval).map(each => {
        const own = within(each.period, interval);
        return {
          ...each,
          n: sum(own, 'n'),
          severities: Object.fromEntries(
            [...severities.keys()].map(severity => [
              severity,
              sum(
                own.filter(cell => cell.severity === severity),
                'n',
              ),
            ]),
          ),
        };
      }),
      severities: [...severities.keys()],
    },
    onTime: {
      ...onTime(current),
      previous: onTime(previous),
      quarters: periodsOf(range, 'quarter').map(each => ({
        ...each,
        ...onTime(within(each.period, 'quarter')),
      })),
    },
    falseAlarms: sum(current, 'falseAlarms'),
    beside: {
      imported: sum(current, 'imported'),
      deleted: sum(current, 'deleted'),
      byException: sum(current, 'byException'),
      createdByPerson: sum(current, 'createdByPerson'),
      unresolved: sum(current, 'unresolved'),
    },
  };
}

async function readCells(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<Cell[]> {
  const judged = postmortemsIn(knex, request, bothRanges(request), now).select(
    'governing_severity',
    'governing_rank',
    'origin',
    'outcome',
    'exceptions',
    'deletions',
    'resolved_at',
    {
      month: monthOf(knex, 'postmortems.started_at'),
      is_current: isInRange(knex, request),
      status: compliancePlace(knex, now),
    },
  );
  const rows: Record<string, string | number>[] = await knex
    .withMaterialized('judged', judged)
    .from('judged')
    .groupBy('month', 'is_current', 'governing_severity', 'governing_rank')
    .select('month', 'is_current', 'governing_severity', 'governing_rank')
    .sum({ deleted: 'deletions' })
    .select(
      Object.entries(COUNTS).map(([name, condition]) =>
        knex.raw(`count(*) filter (where ${condition}) as ??`, [name]),
      ),
    );
  return rows.map(row => ({
    ...(Object.fromEntries(
      [...Object.keys(COUNTS), 'deleted'].map(name => [
        name,
        Number(row[name]),
      ]),
    ) as Record<Count, number>),
    isCurrent: Number(row.is_current) === 1,
    month: String(row.month),
    severity: String(row.governing_severity),
    rank: Number(row.governing_rank),
  }));
}

function onTime(cells: Cell[]): OnTimeFigures {
  const counts = {
    met: sum(cells, 'met'),
    late: sum(cells, 'late'),
    overdue: sum(cells, 'overdue'),
  };
  return { ...counts, ...complianceRate(counts) };
}

function sum(cells: Cell[], count: Count): number {
  return cells.reduce((total, cell) => total + cell[count], 0);
}
