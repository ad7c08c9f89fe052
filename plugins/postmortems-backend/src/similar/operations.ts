import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { FindSimilarQuery } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { sideBySide } from '../kernel/db/sideBySide';
import { canonicalRefs } from '../kernel/normalize';
import { load } from '../postmortem/change';
import { toSummary } from '../postmortem/present';
import type { SimilarContext } from './context';
import { measure, sharedWords } from './findWordMatches';
import type { MeasuredTerm } from './findWordMatches';
import { findNeighbors } from './neighbors';
import { pointsOfWord, rankSimilar } from './rankSimilar';
import type { Subject } from './rankSimilar';
import type { Pool } from './SimilarStore';
import { keyOf, termsOf, wordsOf } from './terms';
import type { WeightedText } from './terms';

/** Maximum number of postmortems to compare in detail. */
const MOST_COMPARED = 200;
/** Maximum number of contributing factors to look for in other postmortems. */
const MOST_FACTORS = 10;
/** Points for each thing in common, to choose which postmortems to compare in detail. */
const ROUGH = { entity: 2, neighbor: 1.25, label: 1, factor: 3 };

/** Weights of an incident's texts: how much they say about it. */
const WEIGHT = { title: 1, factor: 0.8, text: 0.8 };

/** Finds postmortems of similar incidents. */
export function similarOperations(
  ctx: SimilarContext,
): Pick<PostmortemsService, 'findSimilarPostmortems'> {
  return {
    async findSimilarPostmortems({ query }, { credentials }) {
      const { subject, texts, number } = await describe(
        ctx,
        query,
        credentials,
      );
      const pool = { visible: ctx.access.visible, except: number };
      const terms = await measure(ctx.knex, ctx.similar, pool, termsOf(texts));
      const numbers = await findCandidates(ctx, pool, subject, terms);
      const [records, factors, words] = await sideBySide(ctx.knex, [
        () => ctx.similar.list(ctx.knex, pool, numbers),
        () => ctx.similar.factorsOf(ctx.knex, numbers),
        () => sharedWords(ctx.knex, numbers, terms),
      ]);
      const ranked = rankSimilar(
        subject,
        records.map(record => ({
          number: record.number,
          entityRefs: record.entityRefs,
          labels: record.labels,
          factors: factors.get(record.number) ?? [],
          words: words.get(record.number) ?? [],
        })),
      );
      const now = ctx.clock();
      return {
        items: ranked.flatMap(({ number: each, reasons }) => {
          const record = records.find(found => found.number === each);
          return record
            ? [{ ...toSummary(record, ctx.policy, now), reasons }]
            : [];
        }),
      };
    },
  };
}

/** The facts and texts to compare: those of a postmortem, those in the request, or both. */
async function describe(
  ctx: SimilarContext,
  query: FindSimilarQuery,
  credentials: BackstageCredentials,
): Promise<{ subject: Subject; texts: WeightedText[]; number?: number }> {
  const record = query.postmortemId
    ? await load(ctx, query.postmortemId)
    : undefined;
  const number = record?.number;
  const [summary, ownFactors] =
    number === undefined
      ? [undefined, []]
      : await sideBySide(ctx.knex, [
          () => ctx.sections.get(ctx.knex, number, 'summary'),
          () => ctx.factors.list(ctx.knex, number),
        ]);
  const entityRefs = [
    ...new Set([
      ...(record?.entityRefs ?? []),
      ...canonicalRefs(query.entityRef ?? []),
    ]),
  ];
  const factors = [
    ...ownFactors.map(({ title }) => title),
    ...(query.factor ?? []),
  ];
  const weighted = (weight: number, texts: (string | undefined)[]) =>
    texts.flatMap(text => (text ? [{ text, weight }] : []));
  return {
    number,
    subject: {
      entityRefs,
      labels: [...(record?.labels ?? []), ...(query.label ?? [])],
      factors,
      neighbors: await findNeighbors(ctx.linking, entityRefs, credentials),
    },
    texts: [
      ...weighted(WEIGHT.title, [record?.title, query.title]),
      ...weighted(WEIGHT.factor, factors),
      ...weighted(WEIGHT.text, [summary?.markdown, query.text]),
    ],
  };
}

/**
 * The postmortems that have the most in common with the subject, regardless of where their words
 * are.
 */
async function findCandidates(
  { knex, similar }: SimilarContext,
  pool: Pool,
  subject: Subject,
  terms: MeasuredTerm[],
): Promise<number[]> {
  const { entityRefs, labels, factors, neighbors } = subject;
  const [sameEntities, nearby, sameLabels, ...sameFactors] = await sideBySide(
    knex,
    [
      () => similar.byEntities(knex, pool, entityRefs),
      () => similar.byEntities(knex, pool, [...neighbors.keys()]),
      () => similar.byLabels(knex, pool, labels),
      ...[...new Set(factors.map(keyOf))]
        .filter(key => key !== '')
        .slice(0, MOST_FACTORS)
        .map(key => () => similar.byFactor(knex, pool, wordsOf(key))),
    ],
  );
  const points = new Map<number, number>();
  const add = (numbers: number[], each: number) => {
    for (const number of numbers) {
      points.set(number, (points.get(number) ?? 0) + each);
    }
  };
  add(sameEntities, ROUGH.entity);
  add(nearby, ROUGH.neighbor);
  add(sameLabels, ROUGH.label);
  for (const numbers of sameFactors) add(numbers, ROUGH.factor);
  for (const term of terms) add(term.found, pointsOfWord(term));
  return [...points]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || b - a)
    .slice(0, MOST_COMPARED)
    .map(([number]) => number);
}
