import type { Knex } from 'knex';
import { insertAll } from '../kernel/db/insertAll';
import type { PartKind } from './parts';
import type { SearchQuery, SearchTerm } from './parseQuery';
import type {
  IndexRow,
  MatchedPart,
  Restrict,
  SearchEngine,
} from './SearchEngine';

const TABLE = 'search_parts';

/** PostgreSQL stores at most 255 positions per word. */
const MAX_POSITIONS = 255;

/** A word in at most this many parts is rare: reading them all is faster than the newest parts. */
const MOST_RARE = 2_000;

/**
 * Searches `tsvector` columns with a GIN index. PostgreSQL's planner has statistics of common words
 * only. It takes all others for equally common, so a single word is probed first.
 */
export class PostgresEngine implements SearchEngine {
  async insert(
    tx: Knex,
    rows: { row: IndexRow; words: string[] }[],
  ): Promise<void> {
    await insertAll(
      tx,
      TABLE,
      rows.map(({ row, words }) => ({
        ...row,
        document: tx.raw('?::tsvector', [toVector(words)]),
      })),
    );
  }

  async remove(tx: Knex, postmortem: number, slots: number[]): Promise<void> {
    await tx(TABLE)
      .where({ postmortem_id: postmortem })
      .whereIn('slot', slots)
      .delete();
  }

  async plan(knex: Knex, query: SearchQuery): Promise<Restrict> {
    return this.restrict(knex, query);
  }

  async newest(
    knex: Knex,
    query: SearchQuery,
    candidates: () => Knex.QueryBuilder,
    limit: number,
  ): Promise<number[]> {
    const [term, ...others] = [...query.required, ...query.excluded];
    if (query.required.length === 1 && others.length === 0) {
      return newestWithTerm(knex, term, candidates, limit);
    }
    const found = candidates();
    this.restrict(knex, query)(found);
    return found
      .orderBy('postmortems.id', 'desc')
      .limit(limit)
      .pluck('postmortems.id');
  }

  restrict(knex: Knex, { required, excluded }: SearchQuery): Restrict {
    return query => {
      for (const term of required) {
        query.whereIn(
          'postmortems.id',
          whereTerm(knex(TABLE), term).select('postmortem_id'),
        );
      }
      for (const term of excluded) {
        query.whereNotExists(
          whereTerm(knex(TABLE), term)
            .whereRaw('search_parts.postmortem_id = postmortems.id')
            .select('slot'),
        );
      }
    };
  }

  rowsOf(knex: Knex, kind: PartKind, terms: SearchTerm[]): Knex.QueryBuilder {
    return knex(TABLE)
      .where({ kind })
      .whereRaw('document @@ ?::tsquery', [terms.map(toQuery).join(' & ')])
      .select('row_id');
  }

  async matchedParts(
    knex: Knex,
    postmortems: number[],
    terms: SearchTerm[],
  ): Promise<MatchedPart[]> {
    const rows: (MatchedPart & { matches: boolean[] })[] = await knex(TABLE)
      .whereRaw('postmortem_id = any(?)', [postmortems])
      .whereRaw('document @@ ?::tsquery', [terms.map(toQuery).join(' | ')])
      .select('postmortem_id', 'slot', 'kind', 'key', 'row_id', 'weight')
      .select({
        matches: knex.raw(
          `array[${terms.map(() => 'document @@ ?::tsquery').join(', ')}]`,
          terms.map(toQuery),
        ),
      });
    return rows.map(({ matches, ...row }) => ({
      ...row,
      terms: matches.flatMap((isMatch, index) => (isMatch ? [index] : [])),
    }));
  }
}

/**
 * Reads all parts with a rare term, or the newest parts until enough of them have a common one. If
 * the planner takes a rare term for a common one, it reads all parts.
 */
function newestWithTerm(
  knex: Knex,
  term: SearchTerm,
  candidates: () => Knex.QueryBuilder,
  limit: number,
): Promise<number[]> {
  const hits = () => whereTerm(knex(TABLE), term).select('postmortem_id');
  const ifRare = candidates()
    .whereRaw('(select count(*) from hits) <= ?', [MOST_RARE])
    .whereIn('postmortems.id', knex('hits').select('postmortem_id'))
    .select('postmortems.id');
  const ifCommon = candidates()
    .whereRaw('(select count(*) from hits) > ?', [MOST_RARE])
    .whereIn('postmortems.id', hits())
    .orderBy('postmortems.id', 'desc')
    .limit(limit)
    .select('postmortems.id');
  return knex
    .withMaterialized('hits', hits().limit(MOST_RARE + 1))
    .from(ifRare.unionAll([ifCommon], true).as('newest'))
    .orderBy('id', 'desc')
    .limit(limit)
    .pluck('id');
}

function whereTerm(
  query: Knex.QueryBuilder,
  term: SearchTerm,
): Knex.QueryBuilder {
  return query.whereRaw('document @@ ?::tsquery', [toQuery(term)]);
}

/** Words contain only letters and digits, so they need no escaping. */
function toQuery({ words, isPrefix, orWord }: SearchTerm): string {
  return `(${words.map(word => `'${word}'`).join(' <-> ')}${
    isPrefix ? ':*' : ''
  }${orWord ? ` | '${orWord}'` : ''})`;
}

function toVector(words: string[]): string {
  const positions = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    const all = positions.get(word);
    if (!all) positions.set(word, [index + 1]);
    else if (all.length < MAX_POSITIONS) all.push(index + 1);
  }
  return Array.from(
    positions,
    ([word, all]) => `'${word}':${all.join(',')}`,
  ).join(' ');
}
