import type { Knex } from 'knex';
import { isPostgres } from '../kernel/db/dialect';
import { insertParts } from '../search/SearchIndex';

/** A part of the index with the words that it is found by, and their positions. */
type IndexedPart = Record<string, unknown> & { words: string[] };

/** Everything in the search index, in order. */
export async function readIndex(knex: Knex): Promise<IndexedPart[]> {
  const rows: any[] = await knex('search_parts').orderBy([
    'postmortem_id',
    'kind',
    'key',
  ]);
  const words = isPostgres(knex) ? undefined : await sqliteWords(knex);
  const parts = rows.map(({ slot, document, ...row }) => ({
    ...row,
    words: words
      ? (words.get(row.postmortem_id * 1_048_576 + slot) ?? []).sort()
      : positionsOf(document).sort(),
  }));
  const indexed = parts.reduce((sum, part) => sum + part.words.length, 0);
  const all = [...(words?.values() ?? [])].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  if (words && all !== indexed)
    throw new Error('The index has rows of no part');
  return parts;
}

async function sqliteWords(knex: Knex): Promise<Map<number, string[]>> {
  await knex.raw(
    `create virtual table temp.search_words using fts5vocab('main', 'search_text', 'instance')`,
  );
  const rows: { term: string; doc: number; offset: number }[] = await knex.raw(
    'select term, doc, "offset" from temp.search_words',
  );
  await knex.raw('drop table temp.search_words');
  const words = new Map<number, string[]>();
  for (const { term, doc, offset } of rows) {
    words.set(doc, [...(words.get(doc) ?? []), `${term}:${offset + 1}`]);
  }
  return words;
}

/** The words of a `tsvector` as text, such as `'a':1,3 'b':2`. */
function positionsOf(vector: string): string[] {
  return [...vector.matchAll(/'([^']*)':([\d,]+)/g)].flatMap(
    ([, word, positions]) =>
      positions.split(',').map(position => `${word}:${position}`),
  );
}

/** Postmortems per step. */
const STEP = 200;

/** Indexes everything from scratch. */
export async function rebuildIndex(knex: Knex): Promise<void> {
  await knex('search_parts').delete();
  const ids: number[] = await knex('postmortems').orderBy('id').pluck('id');
  for (let start = 0; start < ids.length; start += STEP) {
    const postmortems = ids.slice(start, start + STEP);
    await knex.transaction(tx => insertParts(tx, postmortems));
  }
}
