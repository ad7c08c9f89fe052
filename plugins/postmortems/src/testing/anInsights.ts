import { DateTime } from 'luxon';
import { insightsSchema } from 'backstage-plugin-postmortems-common';
import type {
  DurationKind,
  Insights,
  InsightsInterval,
} from 'backstage-plugin-postmortems-common';

const NOTHING_DUE = { met: 0, late: 0, overdue: 0, due: 0 };
const NO_VALUES = { n: 0, values: [] };

function periods(first: string, count: number, interval: InsightsInterval) {
  const months = interval === 'month' ? 1 : 3;
  return Array.from({ length: count }, (_, index) => {
    const start = DateTime.fromISO(first, { zone: 'utc' }).plus({
      months: months * index,
    });
    return {
      period: start.toFormat(interval === 'month' ? 'yyyy-MM' : "yyyy-'Q'q"),
      startedAfter: start.toISO()!,
      startedBefore: start.plus({ months }).toISO()!,
    };
  });
}

function durations(kind: DurationKind): Insights['durations'][number] {
  const months = periods('2026-01-01', 3, 'month');
  return {
    kind,
    n: 14,
    median: 85,
    p90: 400,
    values: [],
    leftOut: 2,
    previous: { n: 9, median: 130, p90: 500, values: [] },
    buckets: [
      { atLeast: 0, below: 60, n: 5 },
      { atLeast: 60, below: 240, n: 8 },
      { atLeast: 240, n: 1 },
    ],
    periods: [
      { ...months[0], n: 12, median: 80, p90: 380, values: [] },
      { ...months[1], ...NO_VALUES },
      { ...months[2], n: 2, values: [20, 95] },
    ],
  };
}

/** Valid insights over the first quarter of 2026, each with something to say. */
export function anInsights(overrides: Partial<Insights> = {}): Insights {
  const months = periods('2026-01-01', 3, 'month');
  const quarters = periods('2025-07-01', 3, 'quarter');
  return insightsSchema.parse({
    interval: 'month',
    range: {
      startedAfter: '2026-01-01T00:00:00.000Z',
      startedBefore: '2026-04-01T00:00:00.000Z',
    },
    previousRange: {
      startedAfter: '2025-10-03T00:00:00.000Z',
      startedBefore: '2026-01-01T00:00:00.000Z',
    },
    incidents: {
      n: 16,
      previous: 20,
      severities: ['SEV-1', 'SEV-2'],
      periods: [
        { ...months[0], n: 13, severities: { 'SEV-1': 4, 'SEV-2': 9 } },
        { ...months[1], n: 0, severities: {} },
        { ...months[2], n: 3, severities: { 'SEV-2': 3 } },
      ],
    },
    durations: (['detect', 'mitigate', 'resolve', 'publish'] as const).map(
      durations,
    ),
    onTime: {
      met: 10,
      late: 1,
      overdue: 1,
      due: 12,
      rate: 10 / 12,
      previous: { met: 5, late: 5, overdue: 0, due: 10, rate: 0.5 },
      quarters: [
        { ...quarters[0], met: 2, late: 2, overdue: 0, due: 4, rate: 0.5 },
        { ...quarters[1], ...NOTHING_DUE },
        { ...quarters[2], met: 8, late: 0, overdue: 0, due: 8, rate: 1 },
      ],
    },
    factors: {
      groups: [{ title: 'Certificate expired', n: 4 }],
      truncated: false,
    },
    categories: [
      { category: 'change', n: 6 },
      { category: 'capacity', n: 3 },
    ],
    entities: {
      groups: [
        {
          entityRef: 'component:default/payments-api',
          n: 5,
          minutesInIncident: 552,
        },
      ],
      truncated: true,
    },
    struckAgain: {
      n: 1,
      work: { open: 1, done: 0, none: 0 },
      truncated: false,
      pairs: [
        {
          earlier: {
            id: 'PM-7',
            title: 'Certificate expired',
            startedAt: '2026-01-02T00:00:00.000Z',
          },
          later: {
            id: 'PM-9',
            title: 'Certificate expired again',
            startedAt: '2026-03-02T00:00:00.000Z',
          },
          work: 'open',
          entityRefs: ['component:default/payments-api'],
          factors: ['Certificate expired'],
          categories: [],
        },
      ],
    },
    actionItems: {
      months: [
        { ...months[0], opened: 7, done: 3, declined: 1 },
        { ...months[1], opened: 0, done: 0, declined: 0 },
        { ...months[2], opened: 5, done: 6, declined: 0 },
      ],
      open: { n: 4, median: 32, p90: 90, values: [], oldest: 140 },
      onTime: { onTime: 10, late: 3, overdue: 1, due: 14, rate: 10 / 14 },
    },
    falseAlarms: {
      n: 16,
      falseAlarms: 2,
      rate: 2 / 16,
      entities: {
        groups: [
          { key: 'component:default/payments-api', n: 5, falseAlarms: 2 },
        ],
        truncated: false,
      },
      sources: {
        groups: [{ key: 'pagerduty', n: 8, falseAlarms: 2 }],
        truncated: false,
      },
    },
    uncovered: {
      n: 2,
      teams: {
        groups: [{ key: 'group:default/checkout', n: 2 }],
        truncated: false,
      },
      severities: [{ key: 'SEV-1', n: 2 }],
    },
    beside: {
      imported: 1,
      deleted: 1,
      byException: 2,
      createdByPerson: 3,
      unresolved: 1,
    },
    ...overrides,
  } satisfies Insights);
}

/** Insights over a quarter without incidents. */
export function noInsights(): Insights {
  const months = periods('2026-01-01', 3, 'month');
  const none = { groups: [], truncated: false };
  return anInsights({
    incidents: {
      n: 0,
      previous: 0,
      severities: [],
      periods: months.map(month => ({ ...month, n: 0, severities: {} })),
    },
    durations: (['detect', 'mitigate', 'resolve', 'publish'] as const).map(
      kind => ({
        kind,
        ...NO_VALUES,
        leftOut: 0,
        previous: NO_VALUES,
        buckets: [],
        periods: months.map(month => ({ ...month, ...NO_VALUES })),
      }),
    ),
    onTime: { ...NOTHING_DUE, previous: NOTHING_DUE, quarters: [] },
    factors: none,
    categories: [],
    entities: none,
    struckAgain: {
      n: 0,
      work: { open: 0, done: 0, none: 0 },
      pairs: [],
      truncated: false,
    },
    actionItems: {
      months: months.map(month => ({
        ...month,
        opened: 0,
        done: 0,
        declined: 0,
      })),
      open: NO_VALUES,
      onTime: { onTime: 0, late: 0, overdue: 0, due: 0 },
    },
    falseAlarms: { n: 0, falseAlarms: 0, entities: none, sources: none },
    uncovered: { n: 0, teams: none, severities: [] },
    beside: {
      imported: 0,
      deleted: 0,
      byException: 0,
      createdByPerson: 0,
      unresolved: 0,
    },
  });
}
