import type { Weight } from './parts';
import type { MatchedPart } from './SearchEngine';

/** What a match in a part of each weight counts. */
const VALUE: Record<Weight, number> = { A: 1, B: 0.4, C: 0.2, D: 0.1 };

/** Terms that are found in one part belong together. */
const TOGETHER = 0.3;
/** Matches in many parts count less than one in a better part. */
const REPEATED = 0.09;
/** Words as they were typed come before longer ones, wherever they are. */
const EXACT = 10;

/** A postmortem with what it is found by. */
export interface Match {
  postmortem: number;
  score: number;
  /** The part to show, if any term is required. */
  part?: MatchedPart;
}

/**
 * Orders matches by relevance: where the terms are, whether one part has them all, and in how many
 * parts they are. Equally relevant ones are ordered newest first.
 *
 * @param exact - postmortems that contain the words exactly
 */
export function rank(
  postmortems: number[],
  parts: MatchedPart[],
  exact: ReadonlySet<number>,
): Match[] {
  const byPostmortem = new Map<number, MatchedPart[]>();
  for (const part of parts) {
    const before = byPostmortem.get(part.postmortem_id);
    if (before) before.push(part);
    else byPostmortem.set(part.postmortem_id, [part]);
  }
  return postmortems
    .map(postmortem => {
      const own = byPostmortem.get(postmortem) ?? [];
      return {
        postmortem,
        score: round(scoreOf(own) + (exact.has(postmortem) ? EXACT : 0)),
        part: own.reduce<MatchedPart | undefined>(better, undefined),
      };
    })
    .sort((a, b) => b.score - a.score || b.postmortem - a.postmortem);
}

function scoreOf(parts: MatchedPart[]): number {
  const terms = new Set(parts.flatMap(part => part.terms));
  let score = 0;
  for (const term of terms) {
    const matching = parts.filter(part => part.terms.includes(term));
    score += Math.max(...matching.map(({ weight }) => VALUE[weight]));
    score += REPEATED * (1 - 1 / matching.length);
  }
  const areTogether =
    terms.size > 1 && parts.some(part => part.terms.length === terms.size);
  return score + (areTogether ? TOGETHER : 0);
}

/** The part with more of the terms, then the weightier, then the earlier one. */
function better(best: MatchedPart | undefined, next: MatchedPart): MatchedPart {
  if (!best) return next;
  const isBetter =
    next.terms.length - best.terms.length ||
    VALUE[next.weight] - VALUE[best.weight] ||
    best.slot - next.slot;
  return isBetter > 0 ? next : best;
}

/** A cursor must name exactly the score of its row. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
