import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ContributingFactorCategory,
  KnownContributingFactor,
} from 'backstage-plugin-postmortems-common';
import type { Scope } from '../kernel/access/Access';
import { factorKey } from '../postmortem/factorKey';
import { whereAmong } from '../postmortem/accessFields';
import { parseQuery, rowsWith } from '../search/ports';

const TABLE = 'postmortem_contributing_factors';

/** Sorts after every character that a key can continue with. */
const LAST = '\u{10FFFF}';

const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;

interface GroupRow {
  title_key: string;
  n: number | string;
}

interface SpellingRow extends GroupRow {
  title: string;
  category: ContributingFactorCategory | '';
}

/** Contributing factors across postmortems. Those with the same key are the same factor. */
export class KnownFactorStore {
  /**
   * Finds factors by the beginning of their title, or by words in it.
   *
   * @returns the one with the same title first, then by the beginning, then by words; most used first
   */
  async find(
    knex: Knex,
    text: string,
    visible: Scope,
  ): Promise<KnownContributingFactor[]> {
    const key = factorKey(text);
    if (key === '') return [];
    const isPrefix = [key, `${key}${LAST}`];
    const groups: GroupRow[] = await amongVisible(
      knex.with('found', found(knex, text, key)).from('found'),
      visible,
    )
      .groupBy('title_key')
      .select('title_key')
      .countDistinct({ n: 'postmortem_id' })
      .orderByRaw('case when title_key = ? then 0 else 1 end', [key])
      .orderByRaw(
        'case when title_key >= ? and title_key < ? then 0 else 1 end',
        isPrefix,
      )
      .orderBy('n', 'desc')
      .orderBy('title_key')
      .limit(LIMITS.factorSuggestions);
    const keys = groups.map(({ title_key }) => title_key);
    const spellings: SpellingRow[] = await amongVisible(
      knex(TABLE).whereIn('title_key', keys),
      visible,
    )
      .groupBy('title_key', 'title', 'category')
      .select('title_key', 'title', 'category')
      .count({ n: '*' });
    return groups.flatMap(({ title_key, n }) => {
      const own = spellings.filter(row => row.title_key === title_key);
      const title = mostFrequent(own, row => row.title);
      const category = mostFrequent(own, row => row.category);
      // It may have been removed since.
      if (!title) return [];
      return { title, ...(category && { category }), postmortems: Number(n) };
    });
  }

  /**
   * Numbers of visible postmortems with a factor that has this key and another title, in ascending
   * order.
   *
   * @param options - only postmortems `after` this number, at most `limit`
   */
  async listOtherwiseTitled(
    knex: Knex,
    key: string,
    title: string,
    options: { after: number; limit: number; visible: Scope },
  ): Promise<number[]> {
    return amongVisible(knex(TABLE), options.visible)
      .where({ title_key: key })
      .whereNot({ title })
      .where('postmortem_id', '>', options.after)
      .distinct('postmortem_id')
      .orderBy('postmortem_id')
      .limit(options.limit)
      .pluck('postmortem_id');
  }
}

/** Factors whose title begins with the key, or has all the words. Two indexes find them. */
function found(knex: Knex, text: string, key: string): Knex.QueryBuilder {
  const byBeginning = knex(TABLE)
    .select('id', 'postmortem_id', 'title_key')
    .where('title_key', '>=', key)
    .where('title_key', '<', `${key}${LAST}`);
  const terms = parseQuery(text).required;
  if (terms.length === 0) return byBeginning;
  const byWords = knex(TABLE)
    .select('id', 'postmortem_id', 'title_key')
    .whereIn(
      'id',
      rowsWith(knex, 'contributing-factor', terms) as Knex.QueryBuilder,
    );
  // The search index also covers descriptions.
  for (const word of text.split(NO_WORD).map(factorKey)) {
    byWords.where('title_key', 'like', `%${word}%`);
  }
  return byBeginning.union(byWords);
}

function amongVisible(
  query: Knex.QueryBuilder,
  visible: Scope,
): Knex.QueryBuilder {
  if (visible === 'all') return query;
  return query.whereIn('postmortem_id', function select() {
    this.from('postmortems').select('postmortems.id');
    whereAmong(this, visible);
  });
}

/** The value of the most rows. Empty values don't count. Ties: the first in byte order. */
function mostFrequent<T extends string>(
  rows: SpellingRow[],
  valueOf: (row: SpellingRow) => T,
): Exclude<T, ''> | undefined {
  const counts = new Map<T, number>();
  for (const row of rows) {
    const value = valueOf(row);
    counts.set(value, (counts.get(value) ?? 0) + Number(row.n));
  }
  counts.delete('' as T);
  const [best] = [...counts].sort(
    ([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1),
  );
  return best?.[0] as Exclude<T, ''> | undefined;
}
