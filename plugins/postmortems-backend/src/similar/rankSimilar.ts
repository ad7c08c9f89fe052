import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  SimilarityKind,
  SimilarityReason,
} from 'backstage-plugin-postmortems-common';
import { keyOf, singularsOf } from './terms';

/** Points for each thing in common, and the maximum for several of the same kind. */
const POINTS: Record<
  Exclude<SimilarityKind, 'shared-words'>,
  { each: number; most: number }
> = {
  'same-entity': { each: 2, most: 3 },
  'depends-on': { each: 1.25, most: 1.25 },
  'dependency-of': { each: 1.25, most: 1.25 },
  'same-system': { each: 0.75, most: 0.75 },
  'same-factor': { each: 3, most: 6 },
  'same-label': { each: 1, most: 3 },
};
/** Points for a rare word that both postmortems have in the title. */
const WORD = 4;
/**
 * A word gets full points if at most this share of postmortems has it, and none from `COMMON` on.
 */
const RARE = 1 / 200;
const COMMON = 1 / 5;
/** Words with fewer points are too common to be a reason. */
const MIN_WORD = 0.25;
/** Maximum number of words that count: long texts share many words by chance. */
const MAX_WORDS = 5;
/** Postmortems with fewer points aren't similar. */
const MIN_POINTS = 3;
/** Having entities in common is not enough to make incidents similar. */
const OF_ENTITIES: SimilarityKind[] = [
  'same-entity',
  'depends-on',
  'dependency-of',
  'same-system',
];
/** The order of reasons with equal points. */
const KINDS: SimilarityKind[] = [
  'same-entity',
  'same-factor',
  'shared-words',
  'same-label',
  'depends-on',
  'dependency-of',
  'same-system',
];

/**
 * How an entity is related to the subject's entities: `depends-on` if one of them depends on it,
 * `dependency-of` if it depends on one of them.
 */
export type Relation = 'depends-on' | 'dependency-of' | 'same-system';

/** The attributes of an incident that are compared. */
export interface Comparable {
  entityRefs: string[];
  labels: string[];
  /** Titles of contributing factors. */
  factors: string[];
}

/** The incident for which to find similar ones. */
export interface Subject extends Comparable {
  neighbors: ReadonlyMap<string, Relation>;
}

/** A word that a postmortem shares with the subject. */
export interface SharedWord {
  word: string;
  /** Share of postmortems that have the word, above 0. */
  share: number;
  /** Weight of the texts that it is in, from 0 to 1: the subject's times the other's. */
  weight: number;
}

/** A postmortem that may be similar. */
export interface Candidate extends Comparable {
  number: number;
  words: SharedWord[];
}

/** A similar postmortem. */
export interface Similar {
  number: number;
  points: number;
  /** Strongest first. */
  reasons: SimilarityReason[];
}

/**
 * Orders postmortems by what they have in common with the subject, and drops those that aren't
 * similar. Equally similar ones are ordered newest first.
 */
export function rankSimilar(
  subject: Subject,
  candidates: Candidate[],
): Similar[] {
  return candidates
    .map(candidate => compare(subject, candidate))
    .filter(isSimilar)
    .sort((a, b) => b.points - a.points || b.number - a.number)
    .slice(0, LIMITS.similarPostmortems);
}

function isSimilar({ points, reasons }: Similar): boolean {
  return (
    points >= MIN_POINTS &&
    reasons.some(({ kind }) => !OF_ENTITIES.includes(kind))
  );
}

/** Points for a word: the rarer, the more. */
export function pointsOfWord({ share, weight }: SharedWord): number {
  const rarity = Math.log(COMMON / share) / Math.log(COMMON / RARE);
  return WORD * Math.min(1, Math.max(0, rarity)) * weight;
}

/** Whether a word has enough points to be a reason. */
export function isReason(word: SharedWord): boolean {
  return pointsOfWord(word) >= MIN_WORD;
}

function compare(subject: Subject, candidate: Candidate): Similar {
  const common = commonOf(subject, candidate);
  const scored = common.flatMap(({ kind, values }) => {
    const { each, most } = POINTS[kind];
    const points = Math.min(most, each * values.length);
    return values.length > 0 ? [{ kind, values, points }] : [];
  });
  const words = wordsOfReason(common, candidate.words);
  const all: (SimilarityReason & { points: number })[] = [
    ...scored,
    ...(words.length > 0
      ? [
          {
            kind: 'shared-words' as const,
            values: words.map(({ word }) => word),
            points: words.reduce((sum, word) => sum + pointsOfWord(word), 0),
          },
        ]
      : []),
  ];
  return {
    number: candidate.number,
    points: round(all.reduce((sum, { points }) => sum + points, 0)),
    reasons: all
      .sort(
        (a, b) =>
          b.points - a.points || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
      )
      .map(({ kind, values }) => ({ kind, values })),
  };
}

type Common = { kind: keyof typeof POINTS; values: string[] };

function commonOf(subject: Subject, other: Comparable): Common[] {
  const same = other.entityRefs.filter(ref => subject.entityRefs.includes(ref));
  const related = (relation: Relation) =>
    other.entityRefs.filter(
      ref =>
        subject.neighbors.get(ref) === relation &&
        !subject.entityRefs.includes(ref),
    );
  const factors = new Set(subject.factors.map(keyOf));
  return [
    { kind: 'same-entity', values: same },
    { kind: 'depends-on', values: related('depends-on') },
    { kind: 'dependency-of', values: related('dependency-of') },
    { kind: 'same-system', values: related('same-system') },
    { kind: 'same-factor', values: uniqueBy(other.factors, keyOf, factors) },
    {
      kind: 'same-label',
      values: other.labels.filter(label => subject.labels.includes(label)),
    },
  ];
}

/** The best shared words, rarest first, without those that repeat another reason. */
function wordsOfReason(common: Common[], words: SharedWord[]): SharedWord[] {
  const repeated = singularsOf(common.flatMap(({ values }) => values));
  return words
    .filter(word => !repeated.has(word.word) && isReason(word))
    .sort(
      (a, b) => pointsOfWord(b) - pointsOfWord(a) || (a.word < b.word ? -1 : 1),
    )
    .slice(0, MAX_WORDS);
}

function uniqueBy(
  values: string[],
  key: (value: string) => string,
  wanted: ReadonlySet<string>,
): string[] {
  const byKey = new Map(values.map(value => [key(value), value]));
  return [...byKey].flatMap(([each, value]) =>
    each !== '' && wanted.has(each) ? [value] : [],
  );
}

/** Rounded, so that both databases order equal postmortems equally. */
function round(points: number): number {
  return Math.round(points * 1_000) / 1_000;
}
