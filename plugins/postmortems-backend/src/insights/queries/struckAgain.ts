import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ContributingFactorCategory,
  Insights,
  StruckAgainWork,
} from 'backstage-plugin-postmortems-common';
import { idOf } from '../../kernel/ids';
import { groupBy } from '../rules/selected';
import type { Selected } from '../rules/selected';
import type { Factor } from '../rules/recurrence';
import {
  pairsThatStruckAgain,
  sharedFactors,
  workAt,
} from '../rules/struckAgain';
import type { Compared } from '../rules/struckAgain';
import { readFactors, readTitles, readWork } from './parts';
import type { IdsByKey } from './parts';

/**
 * Compares postmortems of the range with those of the year before each.
 *
 * @param compared - the postmortems to compare, by id
 * @param from - start of the range, in milliseconds
 * @param entities - the entities that two or more of these have in common
 * @param known - contributing factors that were already read, by postmortem
 */
export async function readStruckAgain(
  knex: Knex,
  { compared, from }: { compared: Map<number, Selected>; from: number },
  entities: IdsByKey,
  known: Map<number, Factor[]>,
): Promise<Omit<Insights['struckAgain'], 'searchedNewest'>> {
  const groups: [entityRef: string, ids: number[]][] = [];
  for (const [ref, ids] of entities) {
    const own = ids.filter(id => compared.has(id));
    const hasLater = own.some(id => compared.get(id)!.startedAt >= from);
    if (own.length > 1 && hasLater) groups.push([ref, own]);
  }
  const candidates = [...new Set(groups.flatMap(([, ids]) => ids))];
  const factors = groupBy(
    await readFactors(
      knex,
      candidates.filter(id => !known.has(id)),
    ),
    ({ postmortem }) => postmortem,
  );
  const byId = new Map(
    candidates.map(id => [
      id,
      comparedOf(compared.get(id)!, known.get(id) ?? factors.get(id) ?? []),
    ]),
  );
  const pairs = pairsThatStruckAgain(
    groups.map(([, ids]) => ids.map(id => byId.get(id)!)),
    from,
  );

  const items = groupBy(
    await readWork(knex, [...new Set(pairs.map(({ earlier }) => earlier.id))]),
    ({ postmortem }) => postmortem,
  );
  const judged = pairs.map(pair => ({
    ...pair,
    work: workAt(pair.later.startedAt, items.get(pair.earlier.id) ?? []),
  }));
  const work: Record<StruckAgainWork, number> = { open: 0, done: 0, none: 0 };
  for (const pair of judged) work[pair.work] += 1;

  const shown = judged.slice(0, LIMITS.insightsPairs);
  const titles = await readTitles(knex, [
    ...new Set(shown.flatMap(({ earlier, later }) => [earlier.id, later.id])),
  ]);
  const toMention = ({ id, startedAt: at }: Compared) => ({
    id: idOf(id),
    title: titles.get(id) ?? '',
    startedAt: new Date(at).toISOString(),
  });
  return {
    n: pairs.length,
    work,
    pairs: shown.map(pair => ({
      earlier: toMention(pair.earlier),
      later: toMention(pair.later),
      work: pair.work,
      entityRefs: groups
        .filter(([, ids]) =>
          [pair.earlier, pair.later].every(({ id }) => ids.includes(id)),
        )
        .map(([ref]) => ref)
        .sort(),
      ...sharedFactors(pair),
    })),
    truncated: pairs.length > LIMITS.insightsPairs,
  };
}

function comparedOf({ id, startedAt }: Selected, own: Factor[]): Compared {
  const factors = new Map<string, string>();
  const categories = new Set<ContributingFactorCategory>();
  for (const { key, title, category } of [...own].sort((a, b) => a.id - b.id)) {
    if (!factors.has(key)) factors.set(key, title);
    if (category) categories.add(category);
  }
  return { id, startedAt, factors, categories };
}
