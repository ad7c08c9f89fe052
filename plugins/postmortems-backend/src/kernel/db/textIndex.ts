import type { Knex } from 'knex';

/** Maximum length of a term. Longer words are truncated and can be found by their beginning. */
const MAX_LENGTH = 60;
/** Maximum number of terms per postmortem. */
const MAX_TERMS = 500;

/** Scripts that don't separate words with spaces. */
const UNSPACED = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map(script => `\\p{scx=${script}}`)
  .join('');
/** A letter or digit of other scripts, with its accents. */
const SPACED = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`;
const RUNS = new RegExp(
  `([${UNSPACED}][${UNSPACED}\\p{M}]*)|${SPACED}+(?:[-._]${SPACED}+)*`,
  'gu',
);
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The words in a text, in lowercase, without accents or duplicates. When indexing, a compound such
 * as `PM-42` or `cache-flush` yields the whole word and its parts.
 */
export function searchWords(text: string): string[] {
  // Remove accents last, because the dictionaries that split words need them.
  const words = [...text.normalize('NFKC').matchAll(RUNS)].flatMap(
    ([run, unspaced]) =>
      unspaced
        ? [...segmenter.segment(unspaced)].flatMap(each =>
            each.isWordLike ? each.segment : [],
          )
        : run,
  );
  const plain = words.map(word =>
    word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLocaleLowerCase('en')
      .slice(0, MAX_LENGTH),
  );
  return [...new Set(plain)].filter(Boolean);
}

/**
 * The search terms for a postmortem.
 *
 * @param texts - most important first, because terms in a very long text may be cut off
 */
export function indexTerms(texts: string[]): string[] {
  const terms = new Set<string>();
  for (const word of texts.flatMap(searchWords)) {
    terms.add(word);
    for (const part of word.split(/[-._]/)) if (part) terms.add(part);
  }
  return [...terms].slice(0, MAX_TERMS);
}

/** Maximum number of words in a search. */
const MAX_WORDS = 8;

const TERMS = {
  postmortems: { table: 'postmortem_terms', column: 'postmortem_id' },
  action_items: { table: 'action_item_terms', column: 'action_item_id' },
};

/**
 * Restricts a query to rows in which every search word is the prefix of a term. A search without
 * letters or digits finds nothing.
 */
export function whereTerms(
  knex: Knex,
  query: Knex.QueryBuilder,
  of: keyof typeof TERMS,
  search: string | undefined,
): void {
  const { table, column } = TERMS[of];
  const words = searchWords(search ?? '').slice(0, MAX_WORDS);
  if (search && words.length === 0) query.whereRaw('1 = 0');
  for (const word of words) {
    query.whereIn(
      `${of}.id`,
      knex(table)
        .select(column)
        .where('term', '>=', word)
        .where('term', '<', `${word}\u{10ffff}`),
    );
  }
}
