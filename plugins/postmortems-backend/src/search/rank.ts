import type { MatchedPart } from './SearchEngine';
import { SCORES } from './weights';

/** Bonus if one part has all terms. */
const TOGETHER = 0.3;
/**
 * Maximum bonus per term for matches in several parts. Below 0.1, so it never outweighs a better
 * part.
 */
const REPEATED = 0.09;
/** Bonus for exact words. Outweighs every other score. */
const EXACT = 10;

/** A matching postmortem and its best part. */
export interface Match {
  postmortem: number;
  score: number;
  /** Undefined if the search only excludes terms. */
  part?: MatchedPart;
}

/**
 * Ranks matches by where the terms are, whether one part has them all, and how many parts have
 * them. Equal matches are ordered newest first.
 *
 * @param exact - postmortems that contain the exact words
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
    score += Math.max(...matching.map(({ weight }) => SCORES[weight]));
    score += REPEATED * (1 - 1 / matching.length);
  }
  const areTogether =
    terms.size > 1 && parts.some(part => part.terms.length === terms.size);
  return score + (areTogether ? TOGETHER : 0);
}

/** Prefers the part with more terms, then higher weight, then earlier position. */
function better(best: MatchedPart | undefined, next: MatchedPart): MatchedPart {
  if (!best) return next;
  const isBetter =
    next.terms.length - best.terms.length ||
    SCORES[next.weight] - SCORES[best.weight] ||
    best.slot - next.slot;
  return isBetter > 0 ? next : best;
}

/** Rounded so that the cursor's score equals the row's exactly. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
