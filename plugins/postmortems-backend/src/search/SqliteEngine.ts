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

/**
 * FTS5 row id = postmortem id × SLOTS + slot, so rows are ordered by postmortem. A trigger on
 * `search_parts` deletes the FTS5 rows.
 */
const SLOTS = 1_048_576;
const POSTMORTEM = `search_text.rowid / ${SLOTS}`;

/**
 * A term is common if its newest PROBED_PARTS parts are all within the newest PROBED_POSTMORTEMS
 * postmortems.
 */
const PROBED_PARTS = 600;
const PROBED_POSTMORTEMS = 3_000;

/** Parts to read per term at first; multiplied by PARTS_FACTOR until enough postmortems match. */
const FIRST_PARTS = 3_000;
const PARTS_FACTOR = 8;

/** Searches with SQLite's FTS5. */
export class SqliteEngine implements SearchEngine {
  async insert(
    tx: Knex,
    rows: { row: IndexRow; words: string[] }[],
  ): Promise<void> {
    await insertAll(
      tx,
      'search_parts',
      rows.map(({ row }) => row),
    );
    for (const { row, words } of rows) {
      await tx.raw(
        `insert into search_text (rowid, words) values (? * ${SLOTS} + ?, ?)`,
        [row.postmortem_id, row.slot, words.join(' ')],
      );
    }
  }

  async remove(tx: Knex, postmortem: number, slots: number[]): Promise<void> {
    await tx('search_parts')
      .where({ postmortem_id: postmortem })
      .whereIn('slot', slots)
      .delete();
  }

  /**
   * Lists the matches of rare terms. Checks common terms per postmortem instead, because they have
   * many matches, and few postmortems need checking.
   */
  async plan(knex: Knex, query: SearchQuery): Promise<Restrict> {
    const [newest]: { id: number }[] = await knex('postmortems')
      .orderBy('id', 'desc')
      .limit(1)
      .select('id');
    const common = new Set<SearchTerm>();
    for (const term of [...query.required, ...query.excluded]) {
      // FTS5 expands a prefix again on every query, so checking it per postmortem is slow.
      if (term.isPrefix) continue;
      const far = await nthNewest(knex, term, PROBED_PARTS);
      if (far !== undefined && newest.id - far < PROBED_POSTMORTEMS) {
        common.add(term);
      }
    }
    return this.#restrict(query, common);
  }

  /**
   * Reads the newest parts with each term, in growing batches, until enough postmortems match. If a
   * term is rare, lists its postmortems and checks them for the other terms.
   */
  async newest(
    knex: Knex,
    query: SearchQuery,
    candidates: () => Knex.QueryBuilder,
    limit: number,
  ): Promise<number[]> {
    const find = (restrict: Restrict): Promise<number[]> => {
      const found = candidates();
      restrict(found);
      return found
        .orderBy('postmortems.id', 'desc')
        .limit(limit)
        .pluck('postmortems.id');
    };
    const { required, excluded } = query;
    for (let parts = FIRST_PARTS; ; parts *= PARTS_FACTOR) {
      const ends = await Promise.all(
        required.map(term => nthNewest(knex, term, parts)),
      );
      if (ends.some(end => end === undefined) || required.length === 0) {
        const common = required.filter(
          (term, index) => ends[index] !== undefined && !term.isPrefix,
        );
        return find(this.#restrict(query, new Set([...common, ...excluded])));
      }
      // Only search postmortems newer than `end`. Of older ones, some parts haven't been read yet.
      const end = Math.max(...ends.map(Number));
      const found = await find(each => {
        each.where('postmortems.id', '>', end);
        for (const term of required) {
          each.whereRaw(
            `postmortems.id in (select rowid / ${SLOTS} from (select rowid from search_text where search_text match ? order by rowid desc limit ${parts}))`,
            [toMatch(term)],
          );
        }
        this.#restrict({ required: [], excluded }, new Set(excluded))(each);
      });
      if (found.length === limit) return found;
    }
  }

  restrict(_knex: Knex, query: SearchQuery): Restrict {
    return this.#restrict(query, new Set());
  }

  #restrict(
    { required, excluded }: SearchQuery,
    common: ReadonlySet<SearchTerm>,
  ): Restrict {
    const condition = (term: SearchTerm) =>
      common.has(term)
        ? `exists (select 1 from search_text where search_text match ? and rowid between postmortems.id * ${SLOTS} and postmortems.id * ${SLOTS} + ${
            SLOTS - 1
          })`
        : `postmortems.id in (select ${POSTMORTEM} from search_text where search_text match ?)`;
    return query => {
      for (const term of required) {
        query.whereRaw(condition(term), [toMatch(term)]);
      }
      for (const term of excluded) {
        query.whereRaw(`not (${condition(term)})`, [toMatch(term)]);
      }
    };
  }

  rowsOf(knex: Knex, kind: PartKind, terms: SearchTerm[]): Knex.Raw {
    return knex.raw(
      `select row_id from search_text join search_parts on postmortem_id = ${POSTMORTEM} and slot = search_text.rowid % ${SLOTS} where search_text match ? and kind = ?`,
      [terms.map(toMatch).join(' AND '), kind],
    );
  }

  async matchedParts(
    knex: Knex,
    postmortems: number[],
    terms: SearchTerm[],
  ): Promise<MatchedPart[]> {
    if (postmortems.length === 0) return [];
    const parts = new Map<string, MatchedPart>();
    for (const [index, term] of terms.entries()) {
      for (const row of await rowsWith(knex, postmortems, term)) {
        const id = `${row.postmortem_id}/${row.slot}`;
        const part = parts.get(id) ?? { ...row, terms: [] };
        part.terms.push(index);
        parts.set(id, part);
      }
    }
    return [...parts.values()];
  }
}

/** `key` is qualified because json_each also has a `key` column. */
const COLUMNS = 'postmortem_id, slot, kind, search_parts.key, row_id, weight';

/** The postmortem of the n-th newest part with a term; undefined if there are fewer. */
async function nthNewest(
  knex: Knex,
  term: SearchTerm,
  parts: number,
): Promise<number | undefined> {
  const [row]: { postmortem: number }[] = await knex.raw(
    `select ${POSTMORTEM} as postmortem from search_text where search_text match ? order by rowid desc limit 1 offset ${
      parts - 1
    }`,
    [toMatch(term)],
  );
  return row?.postmortem;
}

/**
 * The given postmortems' parts with a term. Scans the id range from oldest to newest, which is
 * faster than a lookup per postmortem, unless the range has many matches.
 */
async function rowsWith(
  knex: Knex,
  postmortems: number[],
  term: SearchTerm,
): Promise<Omit<MatchedPart, 'terms'>[]> {
  const ids = JSON.stringify(postmortems);
  const between = [
    toMatch(term),
    Math.min(...postmortems),
    Math.max(...postmortems),
  ];
  const [many] = await knex.raw(
    `select 1 from search_text where search_text match ? and rowid between ? * ${SLOTS} and ? * ${SLOTS} + ${
      SLOTS - 1
    } limit 1 offset ${FIRST_PARTS}`,
    between,
  );
  if (many && !term.isPrefix) {
    return knex.raw(
      `select ${COLUMNS} from json_each(?) as ids
        cross join search_text on search_text match ? and search_text.rowid between ids.value * ${SLOTS} and ids.value * ${SLOTS} + ${
        SLOTS - 1
      }
        join search_parts on postmortem_id = ids.value and slot = search_text.rowid % ${SLOTS}`,
      [ids, toMatch(term)],
    );
  }
  return knex.raw(
    `select ${COLUMNS} from search_text
      join search_parts on postmortem_id = ${POSTMORTEM} and slot = search_text.rowid % ${SLOTS}
      where search_text match ? and search_text.rowid between ? * ${SLOTS} and ? * ${SLOTS} + ${
      SLOTS - 1
    } and ${POSTMORTEM} in (select value from json_each(?))`,
    [...between, ids],
  );
}

/** Words contain only letters and digits, so they need no escaping. */
function toMatch({ words, isPrefix, orWord }: SearchTerm): string {
  const match = `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
  return orWord ? `(${match} OR "${orWord}")` : match;
}
