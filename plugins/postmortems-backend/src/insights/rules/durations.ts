import { durationKindSchema } from 'backstage-plugin-postmortems-common';
import type {
  DurationInsight,
  DurationKind,
  InsightsPeriod,
} from 'backstage-plugin-postmortems-common';
import { lastAtMost, placeIn } from './ranges';
import { MISSING } from './selected';
import type { Selected } from './selected';
import { spreadOf } from './spread';

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Where the buckets of incident times start, in minutes. */
const INCIDENT_BUCKETS = [
  0,
  5,
  15,
  30,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
  3 * DAY,
];

/** Where the buckets of each duration start, in minutes. */
const BUCKETS: Record<DurationKind, number[]> = {
  detect: INCIDENT_BUCKETS,
  mitigate: INCIDENT_BUCKETS,
  resolve: INCIDENT_BUCKETS,
  publish: [0, 1, 2, 3, 5, 7, 14, 30].map(days => days * DAY),
};

/** Spreads of all durations, also by bucket and by period. */
export function durationsOf(
  selected: Selected[],
  previous: Selected[],
  periods: InsightsPeriod[],
): DurationInsight[] {
  const placeOf = placeIn(periods);
  return durationKindSchema.options.map(kind => {
    const starts = BUCKETS[kind];
    const all = minutesOf(kind, selected);
    const byBucket = starts.map(() => 0);
    for (const minutes of all) byBucket[lastAtMost(starts, minutes)] += 1;
    const byPeriod = periods.map((): number[] => []);
    for (const { [kind]: ms, startedAt } of selected) {
      if (ms !== MISSING) byPeriod[placeOf(startedAt)].push(ms / MINUTE_MS);
    }
    return {
      kind,
      ...spreadOf(all),
      leftOut: selected.length - all.length,
      previous: spreadOf(minutesOf(kind, previous)),
      buckets: starts.map((atLeast, index) => ({
        atLeast,
        below: starts[index + 1],
        n: byBucket[index],
      })),
      periods: periods.map((period, index) => ({
        ...period,
        ...spreadOf(byPeriod[index]),
      })),
    };
  });
}

/** The durations of those that have one. */
function minutesOf(kind: DurationKind, selected: Selected[]): number[] {
  const all: number[] = [];
  for (const { [kind]: ms } of selected) {
    if (ms !== MISSING) all.push(ms / MINUTE_MS);
  }
  return all;
}
