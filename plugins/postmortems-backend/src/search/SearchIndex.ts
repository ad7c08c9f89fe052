import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { isPostgres } from '../kernel/db/dialect';
import { hashOf, indexedWords } from './indexedText';
import { hasTerms, parseQuery } from './parseQuery';
import type { SearchQuery } from './parseQuery';
import { PART_KINDS } from './parts';
import type { Part, PartKind } from './parts';
import { FACT_KINDS, factParts, readParts } from './partTexts';
import type { FactTexts } from './partTexts';
import { PostgresEngine } from './PostgresEngine';
import type { IndexRow, Restrict, SearchEngine } from './SearchEngine';
import { SqliteEngine } from './SqliteEngine';

const POSTGRES = new PostgresEngine();
const SQLITE = new SqliteEngine();

export function engineOf(knex: Knex): SearchEngine {
  return isPostgres(knex) ? POSTGRES : SQLITE;
}

/**
 * Updates a postmortem's index. Writes only parts whose text changed. Call it in the transaction of
 * the change, with the postmortem locked.
 *
 * @param kinds - the kinds of parts that may have changed
 */
export async function updateIndex(
  tx: Knex,
  postmortem: number,
  kinds: readonly PartKind[] = PART_KINDS,
): Promise<void> {
  if (kinds.length === 0) return;
  const parts = await readParts(tx, kinds, { postmortems: [postmortem] });
  await replaceParts(tx, postmortem, kinds, parts);
}

/**
 * Indexes changed facts.
 *
 * @param before - the currently indexed facts
 */
export async function updateFacts(
  tx: Knex,
  after: FactTexts,
  before?: FactTexts,
): Promise<void> {
  const parts = factParts(after);
  if (before && isDeepStrictEqual(factParts(before), parts)) return;
  await replaceParts(tx, after.number, FACT_KINDS, parts);
}

async function replaceParts(
  tx: Knex,
  postmortem: number,
  kinds: readonly PartKind[],
  parts: Part[],
): Promise<void> {
  const engine = engineOf(tx);
  const rows: IndexRow[] = await tx('search_parts')
    .where({ postmortem_id: postmortem })
    .select('slot', 'kind', 'key', 'hash');
  const wanted = new Map(parts.map(part => [idOfPart(part), part]));
  const stale = rows.filter(row => {
    if (!kinds.includes(row.kind)) return false;
    const part = wanted.get(idOfPart(row));
    return !part || hashOf(part) !== row.hash;
  });
  const staleIds = new Set(stale.map(idOfPart));
  const known = new Set(rows.map(idOfPart));
  const changed = parts.filter(part => {
    const id = idOfPart(part);
    return !known.has(id) || staleIds.has(id);
  });
  if (stale.length > 0) {
    await engine.remove(
      tx,
      postmortem,
      stale.map(({ slot }) => slot),
    );
  }
  const firstFree = 1 + Math.max(-1, ...rows.map(({ slot }) => slot));
  await engine.insert(tx, changed.map(toRow(firstFree)));
}

/** Indexes postmortems that have no index rows yet, such as when seeding. */
export async function insertParts(
  tx: Knex,
  postmortems: number[],
): Promise<void> {
  const parts = await readParts(tx, PART_KINDS, { postmortems });
  await engineOf(tx).insert(tx, parts.map(toRow(0)));
}

function toRow(firstSlot: number) {
  return (part: Part, index: number) => ({
    row: {
      postmortem_id: part.postmortem,
      slot: firstSlot + index,
      kind: part.kind,
      key: part.key,
      row_id: part.rowId ?? null,
      weight: part.weight,
      hash: hashOf(part),
    },
    words: indexedWords(part),
  });
}

function idOfPart({ kind, key }: Pick<IndexRow, 'kind' | 'key'>): string {
  return `${kind}/${key}`;
}

const NOTHING: Restrict = query => {
  query.whereRaw('1 = 0');
};

/** Restricts a query over postmortems to those that match a search. */
export function whereFound(
  knex: Knex,
  query: Knex.QueryBuilder,
  text: string | undefined,
): void {
  if (!text) return;
  const search = parseQuery(text);
  const restrict = hasTerms(search)
    ? engineOf(knex).restrict(knex, search)
    : NOTHING;
  restrict(query);
}

/** Like `whereFound`, but plans the query by word frequency. */
export async function planSearch(
  knex: Knex,
  search: SearchQuery,
): Promise<Restrict> {
  return hasTerms(search) ? engineOf(knex).plan(knex, search) : NOTHING;
}

/**
 * Restricts a query to items whose own text matches a search, ignoring the rest of the postmortem.
 */
export function whereItemFound(
  knex: Knex,
  query: Knex.QueryBuilder,
  { kind, id, text }: { kind: PartKind; id: string; text: string | undefined },
): void {
  if (!text) return;
  const { required, excluded } = parseQuery(text);
  const engine = engineOf(knex);
  if (required.length + excluded.length === 0) NOTHING(query);
  if (required.length > 0) {
    query.whereIn(id, engine.rowsOf(knex, kind, required) as Knex.QueryBuilder);
  }
  for (const term of excluded) {
    query.whereNotIn(
      id,
      engine.rowsOf(knex, kind, [term]) as Knex.QueryBuilder,
    );
  }
}
