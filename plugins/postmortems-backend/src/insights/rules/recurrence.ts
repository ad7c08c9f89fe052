import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ContributingFactorCategory,
  FalseAlarmGroup,
  Insights,
  InsightsGroups,
} from 'backstage-plugin-postmortems-common';
import { count } from './counts';
import { groupBy } from './selected';
import type { Selected } from './selected';

const MINUTE_MS = 60_000;

/** How many postmortems make something recurring. */
const AGAIN = 2;

/** A contributing factor of a postmortem. */
export interface Factor {
  id: number;
  postmortem: number;
  title: string;
  /** Equal for titles that count as the same. */
  key: string;
  /** Empty if nobody chose one. */
  category: ContributingFactorCategory | '';
}

/** Contributing factors with the same title in two or more postmortems. */
export function factorsOf(factors: Factor[]): Insights['factors'] {
  const groups = recurring(factors, ({ key }) => key)
    .sort((a, b) => b.n - a.n || compare(a.key, b.key))
    .slice(0, LIMITS.insightsGroups + 1)
    .map(({ all, n }) => ({
      title: all.reduce((least, { title }) => min(least, title), all[0].title),
      n,
    }));
  return upToLimit(groups);
}

/** Categories of contributing factors in two or more postmortems. */
export function categoriesOf(factors: Factor[]): Insights['categories'] {
  return recurring(factors, ({ category }) => category)
    .sort((a, b) => b.n - a.n || compare(a.key, b.key))
    .flatMap(({ key, n }) => (key ? [{ category: key, n }] : []));
}

function recurring<K>(factors: Factor[], keyOf: (factor: Factor) => K) {
  return [...groupBy(factors, keyOf)]
    .map(([key, all]) => ({ key, all, n: postmortemsWith(all) }))
    .filter(({ n }) => n >= AGAIN);
}

function postmortemsWith(factors: Factor[]): number {
  return new Set(factors.map(({ postmortem }) => postmortem)).size;
}

/**
 * Entities with two or more incidents, and how long they were in incidents.
 *
 * @param now - end of unresolved incidents, in milliseconds
 */
export function entitiesOf(
  byEntity: Map<string, Selected[]>,
  now: number,
): Insights['entities'] {
  const groups = [...byEntity]
    .filter(([, all]) => all.length >= AGAIN)
    .map(([entityRef, all]) => ({
      entityRef,
      n: all.length,
      minutesInIncident: minutesCovered(all, now),
    }));
  return upToLimit(
    groups.sort(
      (a, b) =>
        b.n - a.n ||
        b.minutesInIncident - a.minutesInIncident ||
        compare(a.entityRef, b.entityRef),
    ),
  );
}

/** Overlapping incidents count once. */
function minutesCovered(incidents: Selected[], now: number): number {
  let covered = 0;
  let until = -Infinity;
  for (const { startedAt, isResolved, resolve } of [...incidents].sort(
    (a, b) => a.startedAt - b.startedAt,
  )) {
    const end = isResolved ? startedAt + resolve : now;
    covered += Math.max(0, end - Math.max(startedAt, until));
    until = Math.max(until, end);
  }
  return covered / MINUTE_MS;
}

/** Entities or sources with false alarms. */
export function falseAlarmsBy(
  groups: Map<string, Selected[]>,
): InsightsGroups<FalseAlarmGroup> {
  const all = [...groups]
    .map(([key, selected]) => ({
      key,
      n: selected.length,
      falseAlarms: count(selected, ({ isFalseAlarm }) => isFalseAlarm),
    }))
    .filter(({ falseAlarms }) => falseAlarms > 0);
  return upToLimit(
    all.sort(
      (a, b) =>
        b.falseAlarms - a.falseAlarms || b.n - a.n || compare(a.key, b.key),
    ),
  );
}

/** The first groups, and whether there are more. */
export function upToLimit<T>(groups: T[]): InsightsGroups<T> {
  return {
    groups: groups.slice(0, LIMITS.insightsGroups),
    truncated: groups.length > LIMITS.insightsGroups,
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function min(one: string, other: string): string {
  return other < one ? other : one;
}
