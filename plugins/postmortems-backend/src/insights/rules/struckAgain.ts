import type {
  ContributingFactorCategory,
  StruckAgainWork,
} from 'backstage-plugin-postmortems-common';

const DAYS_BETWEEN = 365;
export const STRUCK_AGAIN_MS = DAYS_BETWEEN * 24 * 3_600_000;

/** A postmortem's data for comparing it with others. Times are in milliseconds. */
export interface Compared {
  id: number;
  title: string;
  startedAt: number;
  entityRefs: string[];
  /** Titles of contributing factors, by their key. */
  factors: Map<string, string>;
  categories: ContributingFactorCategory[];
  /** P0 and P1 action items that were committed. */
  work: { committedAt: number; closedAt?: number }[];
}

export interface Pair {
  earlier: Compared;
  later: Compared;
  work: StruckAgainWork;
  entityRefs: string[];
  factors: string[];
  categories: ContributingFactorCategory[];
}

/**
 * Finds the pairs of postmortems whose incidents started within 365 days and share an affected
 * entity and a contributing factor, by title or category. The category `other` says nothing, so it
 * never counts as shared.
 *
 * @param from - the earliest start of the later incident, in milliseconds
 * @returns latest first
 */
export function pairsThatStruckAgain(
  postmortems: Compared[],
  from: number,
): Pair[] {
  const ordered = [...postmortems].sort(
    (a, b) => a.startedAt - b.startedAt || a.id - b.id,
  );
  const byEntity = new Map<string, Compared[]>();
  const pairs: Pair[] = [];
  for (const later of ordered) {
    const candidates = new Set(
      later.entityRefs.flatMap(ref => byEntity.get(ref) ?? []),
    );
    for (const ref of later.entityRefs) {
      const own = byEntity.get(ref);
      if (own) own.push(later);
      else byEntity.set(ref, [later]);
    }
    if (later.startedAt < from) continue;
    for (const earlier of candidates) {
      const pair = pairOf(earlier, later);
      if (pair) pairs.push(pair);
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

function pairOf(earlier: Compared, later: Compared): Pair | undefined {
  const between = later.startedAt - earlier.startedAt;
  if (between <= 0 || between > STRUCK_AGAIN_MS) return undefined;
  const factors = [...later.factors]
    .filter(([key]) => earlier.factors.has(key))
    .map(([, title]) => title);
  const categories = later.categories.filter(
    category => category !== 'other' && earlier.categories.includes(category),
  );
  if (factors.length + categories.length === 0) return undefined;
  return {
    earlier,
    later,
    work: workAt(later.startedAt, earlier),
    entityRefs: later.entityRefs.filter(ref =>
      earlier.entityRefs.includes(ref),
    ),
    factors,
    categories,
  };
}

function workAt(time: number, { work }: Compared): StruckAgainWork {
  const committed = work.filter(({ committedAt }) => committedAt <= time);
  if (committed.length === 0) return 'none';
  const isOpen = committed.some(
    ({ closedAt }) => closedAt === undefined || closedAt > time,
  );
  return isOpen ? 'open' : 'done';
}
