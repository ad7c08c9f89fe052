import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  Insights,
  InsightsRange,
} from 'backstage-plugin-postmortems-common';
import { sideBySide } from '../kernel/db/sideBySide';
import { readActionItems } from './queries/actionItems';
import { readEntities, readFactors, readSources } from './queries/parts';
import type { IdsByKey } from './queries/parts';
import { readSelected } from './queries/selection';
import type { InsightsRequest } from './queries/selection';
import { readStruckAgain } from './queries/struckAgain';
import { readUncovered } from './queries/uncovered';
import { besideOf, incidentsOf, onTimeOf } from './rules/counts';
import { durationsOf } from './rules/durations';
import { EARLIEST, periodsOf } from './rules/ranges';
import {
  categoriesOf,
  entitiesOf,
  factorsOf,
  falseAlarmsBy,
} from './rules/recurrence';
import { groupBy } from './rules/selected';
import type { Selected } from './rules/selected';
import { STRUCK_AGAIN_MS } from './rules/struckAgain';

/** Key of postmortems whose incident has no source. */
const NO_SOURCE = 'none';

type OfIncidents = Omit<
  Insights,
  'interval' | 'range' | 'previousRange' | 'actionItems' | 'uncovered'
>;

/**
 * Reads all insights. The database selects rows; the numbers are computed from them in memory, which
 * takes less time than grouping and sorting in SQL (docs/decisions/0025-insights-in-memory.md).
 */
export class InsightsStore {
  async read(
    knex: Knex,
    request: InsightsRequest,
    now: Date,
  ): Promise<Insights> {
    const { interval, range, previousRange } = request;
    const [ofIncidents, actionItems, uncovered] = await sideBySide(knex, [
      () => readOfIncidents(knex, request, now),
      () => readActionItems(knex, request, now),
      () => readUncovered(knex, request),
    ]);
    return {
      interval,
      range,
      previousRange,
      ...ofIncidents,
      actionItems,
      uncovered,
    };
  }
}

async function readOfIncidents(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<OfIncidents> {
  const { range, previousRange, interval, filter } = request;
  const from = Date.parse(range.startedAfter);
  const all = await readSelected(knex, request, rangeRead(request), now);
  const selected = all.filter(({ startedAt }) => startedAt >= from);
  const start = Date.parse(previousRange.startedAfter);
  const previous = all.filter(
    ({ startedAt }) => startedAt >= start && startedAt < from,
  );
  const { compared, isBounded } = toCompare(all, from);
  const ids = selected.map(({ id }) => id);
  const falseAlarms = selected.filter(({ isFalseAlarm }) => isFalseAlarm);
  const [entities, factors, sources] = await sideBySide(knex, [
    () =>
      readEntities(
        knex,
        isBounded ? all.map(({ id }) => id) : [...compared.keys()],
        falseAlarms.map(({ id }) => id),
      ),
    () => readFactors(knex, ids),
    () => readSources(knex, ids),
  ]);
  const struckAgain = await readStruckAgain(
    knex,
    { compared, from },
    entities,
    groupBy(factors, ({ postmortem }) => postmortem),
  );

  const periods = periodsOf(range, interval);
  const byId = new Map(selected.map(each => [each.id, each]));
  const byEntity = postmortemsBy(entities, byId);
  if (filter.entityRef) {
    const wanted = new Set(filter.entityRef);
    for (const ref of byEntity.keys()) {
      if (!wanted.has(ref)) byEntity.delete(ref);
    }
  }
  const bySource = postmortemsBy(sources, byId);
  const hasSource = new Set([...sources.values()].flat());
  bySource.set(
    NO_SOURCE,
    selected.filter(({ id }) => !hasSource.has(id)),
  );
  const n = selected.length;
  return {
    incidents: incidentsOf(selected, previous, periods),
    durations: durationsOf(selected, previous, periods),
    onTime: onTimeOf(selected, previous, range),
    factors: factorsOf(factors),
    categories: categoriesOf(factors),
    entities: entitiesOf(byEntity, now.getTime()),
    struckAgain: {
      ...struckAgain,
      ...(isBounded && { searchedNewest: LIMITS.insightsCompared }),
    },
    falseAlarms: {
      n,
      falseAlarms: falseAlarms.length,
      ...(n > 0 && { rate: falseAlarms.length / n }),
      entities: falseAlarmsBy(byEntity),
      sources: falseAlarmsBy(bySource),
    },
    beside: besideOf(selected),
  };
}

/** From the range before, or the year before, whichever starts first. */
function rangeRead({ range, previousRange }: InsightsRequest): InsightsRange {
  const yearBefore = Date.parse(range.startedAfter) - STRUCK_AGAIN_MS;
  const earliest = Math.max(
    EARLIEST,
    Math.min(Date.parse(previousRange.startedAfter), yearBefore),
  );
  return { ...range, startedAfter: new Date(earliest).toISOString() };
}

/** The newest postmortems that are in the range or the year before it, by id. */
function toCompare(
  all: Selected[],
  from: number,
): { compared: Map<number, Selected>; isBounded: boolean } {
  const near = all.filter(
    ({ startedAt }) => startedAt >= from - STRUCK_AGAIN_MS,
  );
  const isBounded = near.length > LIMITS.insightsCompared;
  if (isBounded) {
    near.sort((a, b) => b.startedAt - a.startedAt || b.id - a.id);
    near.splice(LIMITS.insightsCompared);
  }
  return { compared: new Map(near.map(each => [each.id, each])), isBounded };
}

function postmortemsBy(
  idsByKey: IdsByKey,
  byId: Map<number, Selected>,
): Map<string, Selected[]> {
  return new Map(
    [...idsByKey].map(([key, ids]) => [
      key,
      [...new Set(ids)].flatMap(id => byId.get(id) ?? []),
    ]),
  );
}
