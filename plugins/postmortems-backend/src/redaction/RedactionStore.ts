import type { Knex } from 'knex';
import type { RedactionPlace } from 'backstage-plugin-postmortems-common';
import type { Redactor } from './Redactor';
import { redactRow } from './redactRow';
import { redactSnapshot } from './redactSnapshot';
import { TEXT_COLUMNS } from './textColumns';
import { isPostgres } from '../kernel/db/dialect';
import { PARTS } from '../deletion/ports';
import type { PostmortemSnapshot, Row } from '../deletion/ports';

/** Occurrences found, by place. */
export type Found = Map<RedactionPlace, number>;

/** Deliveries per batch. */
const BATCH = 100;

const OF_INCIDENTS = [
  'incident_changes',
  'incident_lines',
  'incident_unmapped',
];

/** Redacts a text from the rows of postmortems and all related data. */
export class RedactionStore {
  /** Redacts a postmortem that isn't deleted. */
  async redactLive(
    tx: Knex,
    postmortem: number,
    redactor: Redactor,
    found: Found,
  ): Promise<void> {
    await this.#redact(tx, 'postmortems', redactor, found, query =>
      query.where({ id: postmortem }),
    );
    for (const { table, of } of PARTS) {
      if (!TEXT_COLUMNS[table]) continue;
      await this.#redact(tx, table, redactor, found, query =>
        of === 'postmortem_id'
          ? query.where({ postmortem_id: postmortem })
          : query.whereIn(
              of,
              tx('action_items')
                .where({ postmortem_id: postmortem })
                .select('id'),
            ),
      );
    }
    // Includes events that haven't been published yet.
    await this.#redact(tx, 'postmortem_outbox', redactor, found, query =>
      query.where('event', 'like', `%"postmortemId":"PM-${postmortem}"%`),
    );
  }

  /** Redacts incidents and their changes. */
  async redactIncidents(
    tx: Knex,
    rowIds: number[],
    redactor: Redactor,
    found: Found,
  ): Promise<void> {
    const before = redactor.occurrences;
    await this.#redact(tx, 'incidents', redactor, found, query =>
      query.whereIn('id', rowIds),
    );
    for (const table of OF_INCIDENTS) {
      await this.#redact(tx, table, redactor, found, query =>
        query.whereIn('incident_id', rowIds),
      );
    }
    if (redactor.occurrences === before) return;
    // Forces a concurrent sync to reread the incidents.
    await tx('incidents').whereIn('id', rowIds).increment('changes');
  }

  /** Redacts deliveries from these sources. */
  async redactDeliveries(
    tx: Knex,
    sources: string[],
    text: string,
    redactor: Redactor,
    found: Found,
  ): Promise<void> {
    let after = 0;
    for (;;) {
      const ids: number[] = await tx('incident_deliveries')
        .whereIn('source', sources)
        .where('id', '>', after)
        .where(any => whereBodyContains(any, text))
        .orderBy('id')
        .limit(BATCH)
        .pluck('id');
      if (ids.length === 0) return;
      await this.#redact(tx, 'incident_deliveries', redactor, found, query =>
        query.whereIn('id', ids),
      );
      after = ids[ids.length - 1];
    }
  }

  /** Redacts a deleted postmortem, and records that in its history. */
  async redactDeleted(
    tx: Knex,
    number: number,
    redactor: Redactor,
    found: Found,
  ): Promise<void> {
    await this.#redact(tx, 'deleted_postmortems', redactor, found, query =>
      query.where({ id: number }),
    );
    await this.#changeSnapshot(tx, number, snapshot => {
      const redacted = redactSnapshot(snapshot, redactor);
      add(found, 'deleted-postmortems', redacted.occurrences);
      return redacted.snapshot;
    });
  }

  /** Adds an entry to the history of a deleted postmortem. */
  async appendToDeleted(tx: Knex, number: number, entry: Row): Promise<void> {
    await this.#changeSnapshot(tx, number, snapshot => ({
      ...snapshot,
      tables: {
        ...snapshot.tables,
        postmortem_history: [
          ...snapshot.tables.postmortem_history,
          { ...entry, postmortem_id: number },
        ],
      },
    }));
  }

  async #changeSnapshot(
    tx: Knex,
    number: number,
    change: (snapshot: PostmortemSnapshot) => PostmortemSnapshot,
  ): Promise<void> {
    const row = await tx('deleted_postmortems')
      .where({ id: number })
      .first('snapshot');
    if (!row?.snapshot) return;
    await tx('deleted_postmortems')
      .where({ id: number })
      .update({ snapshot: JSON.stringify(change(JSON.parse(row.snapshot))) });
  }

  async #redact(
    tx: Knex,
    table: string,
    redactor: Redactor,
    found: Found,
    which: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<void> {
    const { place, key } = TEXT_COLUMNS[table];
    const rows: Row[] = await which(tx(table));
    for (const row of rows) {
      const redacted = redactRow(table, row, redactor);
      if (!redacted) continue;
      add(found, place, redacted.occurrences);
      const { changes } = redacted;
      const identity = Object.fromEntries(key.map(name => [name, row[name]]));
      if (key.some(name => name in changes)) {
        // Another row may already have the key that results from the redaction.
        await tx(table).where(identity).delete();
        await tx(table)
          .insert({ ...row, ...changes })
          .onConflict(key)
          .ignore();
      } else {
        await tx(table).where(identity).update(changes);
      }
    }
  }
}

function add(found: Found, place: RedactionPlace, occurrences: number): void {
  if (occurrences === 0) return;
  found.set(place, (found.get(place) ?? 0) + occurrences);
}

/** Finds the text as is, or escaped as in JSON. */
function whereBodyContains(query: Knex.QueryBuilder, text: string): void {
  const quoted = JSON.stringify(text).slice(1, -1);
  const ascii = quoted.replace(
    /[^\x20-\x7e]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  for (const each of new Set([text, quoted, ascii])) {
    const sql = isPostgres(query as unknown as Knex)
      ? 'position(?::bytea in body) > 0'
      : 'instr(body, ?) > 0';
    query.orWhereRaw(sql, [Buffer.from(each, 'utf8')]);
  }
}
