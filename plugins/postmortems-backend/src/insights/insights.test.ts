import fc from 'fast-check';
import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  ActionItemFilter,
  ContributingFactor,
  Incident,
  Insights,
  InsightsQuery,
  ListIncidentsQuery,
  ListedActionItem,
  Postmortem,
  PostmortemFilter,
  PostmortemSummary,
  PostmortemsApi,
  StruckAgainWork,
} from 'backstage-plugin-postmortems-common';
import { CALLERS, startPortalWithPast } from '../__testUtils__/insights';
import { NOW, refusal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const POSTMORTEMS = 110;
const RUNS = 12;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ms = (time: string) => Date.parse(time);

/** All pages of a list. */
async function everything<T>(
  list: (
    cursor?: string,
  ) => Promise<{ items: T[]; pageInfo: { nextCursor?: string } }>,
): Promise<T[]> {
  const page = await list();
  const items = [...page.items];
  let cursor = page.pageInfo.nextCursor;
  while (cursor) {
    const next = await list(cursor);
    items.push(...next.items);
    cursor = next.pageInfo.nextCursor;
  }
  return items;
}

/** What the lists of a caller contain, and the whole postmortems, as their author sees them. */
interface Raw {
  postmortems: PostmortemSummary[];
  items: ListedActionItem[];
  incidents: Incident[];
  whole: Map<string, Postmortem>;
}

async function readRaw(
  api: PostmortemsApi,
  whole: Map<string, Postmortem>,
  query: InsightsQuery,
): Promise<Raw> {
  const { interval, startedAfter, startedBefore, ...filter } = query;
  const { label, outcome, ...ofIncidents } = filter;
  return {
    whole,
    postmortems: await everything(cursor =>
      api.listPostmortems({ query: { ...filter, limit: 100, cursor } }),
    ),
    items: await everything(cursor =>
      api.listActionItems({ query: { ...filter, limit: 100, cursor } }),
    ),
    incidents: await everything(cursor =>
      api.listIncidents({ query: { ...ofIncidents, limit: 100, cursor } }),
    ),
  };
}

const quantile = (sorted: number[], p: number) => {
  const rank = (sorted.length - 1) * p;
  const low = Math.floor(rank);
  const high = Math.ceil(rank);
  return sorted[low] + (sorted[high] - sorted[low]) * (rank - low);
};

const spread = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length < 3
    ? { n: sorted.length, values: sorted }
    : {
        n: sorted.length,
        median: quantile(sorted, 0.5),
        p90: quantile(sorted, 0.9),
        values: [],
      };
};

const minutes = (kind: string, each: PostmortemSummary) => {
  const [from, to] = {
    detect: [each.startedAt, each.detectedAt],
    mitigate: [each.startedAt, each.mitigatedAt],
    resolve: [each.startedAt, each.resolvedAt],
    publish: [each.resolvedAt, each.publishedAt],
  }[kind]!;
  return from && to ? [Math.max(0, ms(to) - ms(from)) / MINUTE] : [];
};

const rateOf = (all: PostmortemSummary[]) => {
  const count = (status: string) =>
    all.filter(each => each.complianceStatus === status).length;
  const [met, late, overdue] = ['met', 'late', 'overdue'].map(count);
  const due = met + late + overdue;
  return { met, late, overdue, due, ...(due > 0 && { rate: met / due }) };
};

/** Groups of two or more, by count. */
const groupsOf = <T>(all: T[], keysOf: (one: T) => string[]) => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  return groups;
};

const categoriesOf = ({ category }: ContributingFactor) =>
  category ? [category] : [];

const alike = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{Diacritic}|\s/gu, '')
    .toLowerCase();

/** The time that at least one of the intervals covers, minute by boundary. */
const unionMinutes = (intervals: [number, number][]) => {
  const times = [...new Set(intervals.flat())].sort((a, b) => a - b);
  return times.slice(1).reduce((sum, end, index) => {
    const start = times[index];
    const isCovered = intervals.some(([a, b]) => a <= start && b >= end);
    return sum + (isCovered ? (end - start) / MINUTE : 0);
  }, 0);
};

/** Computes every number again from the lists. */
function recompute(raw: Raw, query: InsightsQuery, actual: Insights): Insights {
  const { range, previousRange } = actual;
  const now = ms(NOW);
  const isIn =
    (part: { startedAfter: string; startedBefore: string }) =>
    (time?: string) =>
      time !== undefined &&
      ms(time) >= ms(part.startedAfter) &&
      ms(time) < ms(part.startedBefore);
  const own = raw.postmortems.filter(each => isIn(range)(each.startedAt));
  const previous = raw.postmortems.filter(each =>
    isIn(previousRange)(each.startedAt),
  );
  const detail = ({ id }: { id: string }) => raw.whole.get(id)!;
  const status = (...wanted: string[]) =>
    own.filter(each => wanted.includes(each.complianceStatus)).length;
  const rank = (severity: string) => Number(severity.slice('SEV-'.length));
  const severities = [...new Set(own.map(each => each.governingSeverity))].sort(
    (a, b) => rank(a) - rank(b),
  );
  const wanted = (ref: string) => query.entityRef?.includes(ref) ?? true;

  const pairs = own.flatMap(later =>
    raw.postmortems.flatMap(earlier => {
      const between = ms(later.startedAt) - ms(earlier.startedAt);
      if (between <= 0 || between > 365 * DAY) return [];
      const entityRefs = later.entityRefs.filter(ref =>
        earlier.entityRefs.includes(ref),
      );
      const titles = detail(earlier).contributingFactors.map(f =>
        alike(f.title),
      );
      const kinds = detail(earlier)
        .contributingFactors.flatMap(categoriesOf)
        .filter(category => category !== 'other');
      const factors = [
        ...new Map(
          detail(later)
            .contributingFactors.filter(f => titles.includes(alike(f.title)))
            .reverse()
            .map(f => [alike(f.title), f.title]),
        ).values(),
      ];
      const categories = [
        ...new Set(detail(later).contributingFactors.flatMap(categoriesOf)),
      ].filter(category => kinds.some(kind => kind === category));
      if (entityRefs.length === 0 || factors.length + categories.length === 0)
        return [];
      const committed = detail(earlier).actionItems.filter(
        item =>
          ['P0', 'P1'].includes(item.priority) &&
          item.committedAt !== undefined &&
          item.committedAt <= later.startedAt,
      );
      const isOpen = committed.some(
        item => !item.closedAt || item.closedAt > later.startedAt,
      );
      const closed = committed.length === 0 ? 'none' : 'done';
      const work: StruckAgainWork = isOpen ? 'open' : closed;
      const mention = ({ id, title, startedAt }: PostmortemSummary) => ({
        id,
        title,
        startedAt,
      });
      return [
        {
          earlier: mention(earlier),
          later: mention(later),
          work,
          entityRefs,
          factors: factors.sort(),
          categories: categories.sort(),
        },
      ];
    }),
  );

  const open = raw.items.filter(item =>
    ['open', 'in-progress'].includes(item.status),
  );
  const ages = open.map(item => (now - ms(item.committedAt!)) / DAY);
  const done = raw.items.filter(
    item => item.status === 'done' && isIn(range)(item.closedAt),
  );
  const onTime = done.filter(item => item.closedAt! <= item.dueAt!).length;
  const overdue = raw.items.filter(
    item => item.overdue && isIn(range)(item.dueAt),
  ).length;
  const due = done.length + overdue;

  const falseAlarms = own.filter(each => each.outcome === 'false-alarm');
  const alarmGroups = (keysOf: (one: PostmortemSummary) => string[]) => ({
    groups: [...groupsOf(own, keysOf)].flatMap(([key, all]) => {
      const found = all.filter(each => each.outcome === 'false-alarm').length;
      return found > 0 ? [{ key, n: all.length, falseAlarms: found }] : [];
    }),
    truncated: false,
  });
  const waiting = raw.incidents.filter(each => isIn(range)(each.startedAt));
  const sized = <T>(groups: Map<string, T[]>) =>
    [...groups].map(([key, all]) => ({ key, n: all.length }));
  const teamsOf = (each: Incident) => {
    const groups = each.teamRefs.filter(ref => ref.startsWith('group:'));
    const keys = groups.length > 0 ? each.teamRefs : [...each.teamRefs, 'none'];
    return keys.filter(ref => !query.teamRef || query.teamRef.includes(ref));
  };
  const factors = own.flatMap(each =>
    detail(each).contributingFactors.map(factor => ({
      ...factor,
      of: each.id,
    })),
  );
  const distinct = (all: { of: string }[]) => new Set(all.map(f => f.of)).size;

  return {
    interval: query.interval ?? 'month',
    range,
    previousRange,
    incidents: {
      n: own.length,
      previous: previous.length,
      severities,
      periods: actual.incidents.periods.map(({ period, ...part }) => {
        const inIt = own.filter(each => isIn(part)(each.startedAt));
        return {
          period,
          startedAfter: part.startedAfter,
          startedBefore: part.startedBefore,
          n: inIt.length,
          severities: Object.fromEntries(
            severities.map(severity => [
              severity,
              inIt.filter(each => each.governingSeverity === severity).length,
            ]),
          ),
        };
      }),
    },
    durations: actual.durations.map(({ kind, buckets, periods }) => {
      const values = own.flatMap(each => minutes(kind, each));
      return {
        kind,
        ...spread(values),
        leftOut: own.length - values.length,
        previous: spread(previous.flatMap(each => minutes(kind, each))),
        buckets: buckets.map(({ atLeast, below }) => ({
          atLeast,
          ...(below !== undefined && { below }),
          n: values.filter(v => v >= atLeast && v < (below ?? Infinity)).length,
        })),
        periods: periods.map(({ period, startedAfter, startedBefore }) => ({
          period,
          startedAfter,
          startedBefore,
          ...spread(
            own
              .filter(each =>
                isIn({ startedAfter, startedBefore })(each.startedAt),
              )
              .flatMap(each => minutes(kind, each)),
          ),
        })),
      };
    }),
    onTime: {
      ...rateOf(own),
      previous: rateOf(previous),
      quarters: actual.onTime.quarters.map(
        ({ period, startedAfter, startedBefore }) => ({
          period,
          startedAfter,
          startedBefore,
          ...rateOf(
            own.filter(each =>
              isIn({ startedAfter, startedBefore })(each.startedAt),
            ),
          ),
        }),
      ),
    },
    factors: {
      groups: [...groupsOf(factors, f => [alike(f.title)]).values()]
        .map(all => ({
          title: all.map(f => f.title).sort()[0],
          n: distinct(all),
        }))
        .filter(({ n }) => n > 1),
      truncated: false,
    },
    categories: [...groupsOf(factors, categoriesOf).values()]
      .map(all => ({ category: all[0].category!, n: distinct(all) }))
      .filter(({ n }) => n > 1),
    entities: {
      groups: [...groupsOf(own, each => each.entityRefs.filter(wanted))]
        .filter(([, all]) => all.length > 1)
        .map(([entityRef, all]) => ({
          entityRef,
          n: all.length,
          minutesInIncident: unionMinutes(
            all.map(each => [ms(each.startedAt), ms(each.resolvedAt ?? NOW)]),
          ),
        })),
      truncated: false,
    },
    struckAgain: {
      n: pairs.length,
      work: {
        open: pairs.filter(({ work }) => work === 'open').length,
        done: pairs.filter(({ work }) => work === 'done').length,
        none: pairs.filter(({ work }) => work === 'none').length,
      },
      pairs: [...pairs]
        .sort(
          (a, b) =>
            ms(b.later.startedAt) - ms(a.later.startedAt) ||
            ms(b.earlier.startedAt) - ms(a.earlier.startedAt),
        )
        .slice(0, 100),
      truncated: pairs.length > 100,
    },
    actionItems: {
      months: actual.actionItems.months.map(({ period, ...part }) => {
        const within = { ...part };
        const inMonth = isIn(within);
        const closed = (wantedStatus: string) =>
          raw.items.filter(
            item => item.status === wantedStatus && inMonth(item.closedAt),
          ).length;
        return {
          period,
          startedAfter: part.startedAfter,
          startedBefore: part.startedBefore,
          opened: raw.items.filter(item => inMonth(item.committedAt)).length,
          done: closed('done'),
          declined: closed('declined'),
        };
      }),
      open: {
        ...spread(ages),
        ...(ages.length > 0 && { oldest: Math.max(...ages) }),
      },
      onTime: {
        onTime,
        late: done.length - onTime,
        overdue,
        due,
        ...(due > 0 && { rate: onTime / due }),
      },
    },
    falseAlarms: {
      n: own.length,
      falseAlarms: falseAlarms.length,
      ...(own.length > 0 && { rate: falseAlarms.length / own.length }),
      entities: alarmGroups(each => each.entityRefs.filter(wanted)),
      sources: alarmGroups(each => {
        const sources = detail(each).incidents.map(({ source }) => source);
        return sources.length > 0 ? sources : ['none'];
      }),
    },
    ...(!query.label &&
      !query.outcome && {
        uncovered: {
          n: waiting.length,
          teams: {
            groups: sized(groupsOf(waiting, teamsOf)),
            truncated: false,
          },
          severities: sized(
            groupsOf(waiting, each => [each.governingSeverity ?? 'none']),
          ),
        },
      }),
    beside: {
      imported: status('claimed'),
      deleted: 0,
      byException: own.filter(
        each =>
          each.exceptions > 0 &&
          ['met', 'late', 'overdue'].includes(each.complianceStatus),
      ).length,
      createdByPerson: own.filter(each => each.origin === 'person').length,
      unresolved: own.filter(each => !each.resolvedAt).length,
    },
  };
}

/** Rounds numbers and sorts groups, whose order is tested apart. */
function comparable(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e6) / 1e6;
  if (Array.isArray(value)) {
    const items = value.map(comparable);
    return items
      .map(item => [JSON.stringify(item), item] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, item]) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, comparable(each)]),
  );
}

const QUERIES = fc.record<InsightsQuery>(
  {
    interval: fc.constantFrom('month', 'quarter'),
    startedAfter: fc
      .integer({ min: 10, max: 900 })
      .map(days => new Date(ms(NOW) - days * DAY).toISOString()),
    startedBefore: fc
      .integer({ min: 0, max: 9 })
      .map(days => new Date(ms(NOW) - days * DAY + 1).toISOString()),
    severity: fc.constantFrom(['SEV-1'], ['SEV-2', 'SEV-3']),
    entityRef: fc.constantFrom(
      ['component:default/checkout-api'],
      ['component:default/orphan', 'resource:default/payments-db'],
    ),
    teamRef: fc.constantFrom(
      ['group:default/checkout'],
      ['none', 'group:default/platform'],
    ),
    label: fc.constant(['black-friday']),
    outcome: fc.constantFrom(['incident'], ['false-alarm']),
  },
  { requiredKeys: [] },
);

describe.each(databases.eachSupportedId())('Insights, %s', databaseId => {
  let portal: TestPortal;
  const whole = new Map<string, Postmortem>();
  const apiOf = (caller: (typeof CALLERS)[number]) => portal.as(caller);
  beforeAll(async () => {
    portal = await startPortalWithPast(
      await databases.init(databaseId),
      POSTMORTEMS,
    );
    const all = await everything(cursor =>
      portal.api.listPostmortems({ query: { limit: 100, cursor } }),
    );
    for (const { id } of all) {
      whole.set(id, await portal.api.getPostmortem({ params: { id } }));
    }
  });
  afterAll(() => portal.stop());

  it('equal a computation over the lists, for every caller and filter', async () => {
    const check = async (
      caller: (typeof CALLERS)[number],
      query: InsightsQuery,
    ) => {
      const api = apiOf(caller);
      const actual = await api.getInsights({ query });
      const raw = await readRaw(api, whole, query);
      expect(comparable(actual)).toEqual(
        comparable(recompute(raw, query, actual)),
      );
      return actual;
    };
    const [all, ofTeam, open, limited] = [
      await check('alice', {}),
      await check('member', {}),
      await check('outsider', {}),
      await check('limited', {}),
    ].map(({ incidents }) => incidents.n);
    expect(all).toBeGreaterThan(ofTeam);
    expect(ofTeam).toBeGreaterThan(open);
    expect(open).toBeGreaterThan(limited);
    expect(limited).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CALLERS),
        QUERIES,
        async (...args) => {
          await check(...args);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('cover the periods without gaps, and order groups by count', async () => {
    const query = { startedAfter: '2024-11-15T00:00:00Z' };
    const insights = await portal.api.getInsights({
      query: { ...query, interval: 'quarter' },
    });
    const { periods } = insights.incidents;
    expect(periods.map(({ period }) => period)).toEqual([
      '2024-Q4',
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
    ]);
    expect(periods[0].startedAfter).toBe('2024-11-15T00:00:00.000Z');
    expect(periods[5].startedBefore).toBe(NOW);
    periods.slice(1).forEach((each, index) => {
      expect(each.startedAfter).toBe(periods[index].startedBefore);
    });
    expect(insights.actionItems.months).toHaveLength(17);
    const descending = (numbers: number[]) =>
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    descending(insights.factors.groups.map(({ n }) => n));
    descending(insights.categories.map(({ n }) => n));
    descending(
      insights.entities.groups.map(
        ({ n, minutesInIncident }) => n * 1e9 + minutesInIncident,
      ),
    );
    descending(insights.falseAlarms.entities.groups.map(g => g.falseAlarms));
    expect(insights.struckAgain.work.open).toBeGreaterThan(0);
    expect(insights.struckAgain.work.done).toBeGreaterThan(0);
    expect(insights.struckAgain.work.none).toBeGreaterThan(0);
  });

  it('agree with the lists that they open', async () => {
    const api = apiOf('member');
    const filter = {
      teamRef: ['group:default/checkout'],
      subTeams: 'include',
    } as const;
    const query = { ...filter, teamRef: [...filter.teamRef] };
    const insights = await api.getInsights({ query });
    const { range, durations, onTime, beside, actionItems } = insights;
    const postmortems = async (more: PostmortemFilter) =>
      (await api.listPostmortems({ query: { ...query, ...range, ...more } }))
        .totalItems;
    const items = async (more: ActionItemFilter) =>
      (await api.listActionItems({ query: { ...query, ...more } })).totalItems;
    const incidents = async (more: ListIncidentsQuery) =>
      (await api.listIncidents({ query: { ...query, ...range, ...more } }))
        .totalItems;
    const agree = async (
      name: string,
      n: number,
      listed: Promise<number | undefined>,
    ) => expect([name, await listed]).toEqual([name, n]);

    await agree('all', insights.incidents.n, postmortems({}));
    for (const { period, n, severities, ...part } of insights.incidents
      .periods) {
      await agree(period, n, postmortems(part));
      for (const [severity, count] of Object.entries(severities)) {
        await agree(
          `${period} ${severity}`,
          count,
          postmortems({ ...part, severity: [severity] }),
        );
      }
    }
    for (const { kind, n, leftOut, buckets } of durations) {
      await agree(kind, n, postmortems({ duration: kind }));
      await agree(
        `without ${kind}`,
        leftOut,
        postmortems({ withoutDuration: kind }),
      );
      for (const { atLeast, below, n: count } of buckets) {
        await agree(
          `${kind} ${atLeast}`,
          count,
          postmortems({
            duration: kind,
            durationAtLeast: atLeast,
            durationBelow: below,
          }),
        );
      }
    }
    for (const status of ['met', 'late', 'overdue'] as const) {
      await agree(
        status,
        onTime[status],
        postmortems({ complianceStatus: [status] }),
      );
    }
    for (const { title, n } of insights.factors.groups) {
      await agree(title, n, postmortems({ factor: [title] }));
    }
    for (const { category, n } of insights.categories) {
      await agree(category, n, postmortems({ factorCategory: [category] }));
    }
    for (const { entityRef, n } of insights.entities.groups) {
      await agree(entityRef, n, postmortems({ entityRef: [entityRef] }));
    }
    for (const {
      startedAfter,
      startedBefore,
      ...month
    } of actionItems.months) {
      const closed = {
        closedAfter: startedAfter,
        closedBefore: startedBefore,
      };
      await agree(
        `opened ${month.period}`,
        month.opened,
        items({ committedAfter: startedAfter, committedBefore: startedBefore }),
      );
      for (const status of ['done', 'declined'] as const) {
        await agree(
          `${status} ${month.period}`,
          month[status],
          items({ ...closed, status: [status] }),
        );
      }
    }
    await agree(
      'open',
      actionItems.open.n,
      items({ status: ['open', 'in-progress'] }),
    );
    const closed = {
      status: ['done' as const],
      closedAfter: range.startedAfter,
      closedBefore: range.startedBefore,
    };
    await agree(
      'on time',
      actionItems.onTime.onTime,
      items({ ...closed, closedOnTime: 'true' }),
    );
    await agree(
      'closed late',
      actionItems.onTime.late,
      items({ ...closed, closedOnTime: 'false' }),
    );
    await agree(
      'items overdue',
      actionItems.onTime.overdue,
      items({
        overdue: 'true',
        dueAfter: range.startedAfter,
        dueBefore: range.startedBefore,
      }),
    );
    const falseAlarm = { outcome: ['false-alarm' as const] };
    for (const group of insights.falseAlarms.entities.groups) {
      const entityRef = [group.key];
      await agree(group.key, group.n, postmortems({ entityRef }));
      await agree(
        `${group.key} false alarms`,
        group.falseAlarms,
        postmortems({ ...falseAlarm, entityRef }),
      );
    }
    for (const group of insights.falseAlarms.sources.groups) {
      const source = [group.key];
      await agree(group.key, group.n, postmortems({ source }));
      await agree(
        `${group.key} false alarms`,
        group.falseAlarms,
        postmortems({ ...falseAlarm, source }),
      );
    }
    await agree(
      'imported',
      beside.imported,
      postmortems({ complianceStatus: ['claimed'] }),
    );
    await agree(
      'by exception',
      beside.byException,
      postmortems({
        hasExceptions: 'true',
        complianceStatus: ['met', 'late', 'overdue'],
      }),
    );
    await agree(
      'by a person',
      beside.createdByPerson,
      postmortems({ origin: ['person'] }),
    );
    await agree(
      'unresolved',
      beside.unresolved,
      postmortems({ resolved: 'false' }),
    );

    const all = await api.getInsights({ query: {} });
    for (const { key, n } of all.uncovered!.teams.groups) {
      await agree(key, n, incidents({ teamRef: [key], subTeams: undefined }));
    }
    for (const { key, n } of all.uncovered!.severities) {
      await agree(
        key,
        n,
        incidents({
          teamRef: undefined,
          subTeams: undefined,
          severity: [key],
        }),
      );
    }
    expect(all.uncovered!.n).toBeGreaterThan(0);
  });

  it('refuse ranges that are empty or too long, and bounds without a duration', async () => {
    const insightsOf = (query: InsightsQuery) =>
      refusal(portal.api.getInsights({ query }));
    expect(
      await insightsOf({
        startedAfter: '2026-02-01T00:00:00Z',
        startedBefore: '2026-02-01T00:00:00Z',
      }),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('must be before startedBefore'),
    });
    expect(
      await insightsOf({ startedAfter: '2001-01-01T00:00:00Z' }),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('at most 120 months'),
    });
    expect(
      (
        await portal.api.getInsights({
          query: {
            startedAfter: '0001-01-01T00:00:00Z',
            startedBefore: '0003-01-01T00:00:00Z',
          },
        })
      ).incidents.n,
    ).toBe(0);
    expect(
      await refusal(
        portal.api.listPostmortems({ query: { durationBelow: 5 } }),
      ),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('duration is required'),
    });
  });

  it('forget the title of a factor that was redacted', async () => {
    const title = 'The queue was full';
    const listed = async (query: PostmortemFilter) =>
      (await portal.api.listPostmortems({ query })).items;
    const [first, ...others] = await listed({ factor: [title] });
    await portal.api.redactPostmortem({
      params: { id: first.id },
      body: { text: title, reason: 'Generated' },
    });
    const left = await listed({ factor: ['THE  queue wás full'] });
    expect(left.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    const { contributingFactors } = await portal.api.getPostmortem({
      params: { id: first.id },
    });
    const redacted = contributingFactors.map(factor => factor.title);
    expect(redacted).not.toContain(title);
    expect((await listed({ factor: redacted })).map(({ id }) => id)).toContain(
      first.id,
    );
  });
});
