import type {
  ContributingFactorCategory,
  StruckAgainWork,
} from 'backstage-plugin-postmortems-common';
import { MISSING } from './selected';

const DAYS_BETWEEN = 365;
/** In milliseconds. */
export const STRUCK_AGAIN_MS = DAYS_BETWEEN * 24 * 3_600_000;

/** A postmortem's data for comparing it with others. Times are in milliseconds. */
export interface Compared {
  id: number;
  startedAt: number;
  /** Titles by key. */
  factors: Map<string, string>;
  categories: Set<ContributingFactorCategory>;
}

export interface Pair {
  earlier: Compared;
  later: Compared;
}

/** An action item that was committed. */
export interface Work {
  committedAt: number;
  /** {@link MISSING} if it is open. */
  closedAt: number;
}

/**
 * Finds the pairs of postmortems whose incidents started within 365 days and share an affected
 * entity and a contributing factor, by title or category. The category `other` says nothing, so it
 * never counts as shared.
 *
 * @param byEntity - the postmortems to compare, by affected entity
 * @param from - the earliest start of the later incident, in milliseconds
 * @returns latest first
 */
export function pairsThatStruckAgain(
  byEntity: Iterable<Compared[]>,
  from: number,
): Pair[] {
  const pairs: Pair[] = [];
  const found = new Map<Compared, Set<Compared>>();
  for (const all of byEntity) {
    for (const later of all) {
      if (later.startedAt < from) continue;
      const paired = found.get(later) ?? new Set();
      found.set(later, paired);
      for (const earlier of all) {
        const between = later.startedAt - earlier.startedAt;
        if (between <= 0 || between > STRUCK_AGAIN_MS) continue;
        // They may share several entities.
        if (paired.has(earlier) || !shareFactor({ earlier, later })) continue;
        paired.add(earlier);
        pairs.push({ earlier, later });
      }
    }
  }
  return pairs.sort(
    (a, b) =>
      b.later.startedAt - a.later.startedAt ||
      b.earlier.startedAt - a.earlier.startedAt ||
      b.later.id - a.later.id ||
      b.earlier.id - a.earlier.id,
  );
}

function shareFactor({ earlier, later }: Pair): boolean {
  for (const key of later.factors.keys()) {
    if (earlier.factors.has(key)) return true;
  }
  for (const category of later.categories) {
    if (category !== 'other' && earlier.categories.has(category)) return true;
  }
  return false;
}

/** The contributing factors that both have, as the later one names them. */
export function sharedFactors({ earlier, later }: Pair) {
  return {
    factors: [...later.factors]
      .filter(([key]) => earlier.factors.has(key))
      .map(([, title]) => title),
    categories: [...later.categories].filter(
      category => category !== 'other' && earlier.categories.has(category),
    ),
  };
}

/** Whether the action items of the earlier incident were closed when it struck again. */
export function workAt(time: number, work: Work[]): StruckAgainWork {
  const committed = work.filter(({ committedAt }) => committedAt <= time);
  if (committed.length === 0) return 'none';
  const isOpen = committed.some(
    ({ closedAt }) => closedAt === MISSING || closedAt > time,
  );
  return isOpen ? 'open' : 'done';
}
