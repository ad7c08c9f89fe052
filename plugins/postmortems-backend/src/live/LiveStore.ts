import type { Knex } from 'knex';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { isDue } from '../kernel/db/claims';

const DOCUMENTS = 'postmortem_live_documents';
const UPDATES = 'postmortem_live_updates';

interface DocumentRow {
  id: number;
  postmortem_id: number;
  section_key: SectionKey;
  section_revision: number;
  snapshot: Buffer;
  snapshot_seq: number;
  last_seq: number;
  written_seq: number;
  pending_since: Date | null;
}

interface UpdateRow {
  generation: number;
  seq: number;
  postmortem_id: number;
  update: Buffer;
  actor_ref: string;
}

/** A section's live document, without its updates. */
export interface LiveRecord {
  generation: number;
  postmortem: number;
  key: SectionKey;
  /** Revision of the section that has all updates up to `writtenSeq`. */
  sectionRevision: number;
  snapshot: Uint8Array;
  snapshotSeq: number;
  lastSeq: number;
  writtenSeq: number;
}

export interface StoredUpdate {
  seq: number;
  update: Uint8Array;
  actorRef: string;
}

/**
 * Stores live documents as a snapshot and the updates since. Change them only with the postmortem
 * locked, which orders the updates.
 */
export class LiveStore {
  async get(
    tx: Knex,
    postmortem: number,
    key: SectionKey,
  ): Promise<LiveRecord | undefined> {
    const row = await tx<DocumentRow>(DOCUMENTS)
      .where({ postmortem_id: postmortem, section_key: key })
      .first();
    return row && toRecord(row);
  }

  /** Starts a new generation. */
  async create(
    tx: Knex,
    document: Pick<
      LiveRecord,
      'postmortem' | 'key' | 'sectionRevision' | 'snapshot'
    >,
  ): Promise<LiveRecord> {
    const [row] = await tx<DocumentRow>(DOCUMENTS)
      .insert({
        postmortem_id: document.postmortem,
        section_key: document.key,
        section_revision: document.sectionRevision,
        snapshot: Buffer.from(document.snapshot),
        snapshot_seq: 0,
        last_seq: 0,
        written_seq: 0,
      })
      .returning('*');
    return toRecord(row);
  }

  /** The updates after a number that are not in the snapshot, in order. */
  async updates(
    tx: Knex,
    generation: number,
    since: number,
  ): Promise<StoredUpdate[]> {
    const rows = await tx<UpdateRow>(UPDATES)
      .where({ generation })
      .where('seq', '>', since)
      .orderBy('seq');
    return rows.map(row => ({
      seq: row.seq,
      update: row.update,
      actorRef: row.actor_ref,
    }));
  }

  /** Appends an update, which is pending until the section's text has it. */
  async append(
    tx: Knex,
    document: LiveRecord,
    added: Omit<StoredUpdate, 'seq'>,
    at: Date,
  ): Promise<LiveRecord> {
    const after = await this.#add(tx, document, added);
    await tx<DocumentRow>(DOCUMENTS)
      .where({ id: document.generation })
      .whereNull('pending_since')
      .update({ pending_since: at });
    return after;
  }

  /**
   * Records that the section's text has all updates.
   *
   * @param merged - the changes that others made to the text, as an update
   * @param state - replaces the snapshot and the updates since
   */
  async setWritten(
    tx: Knex,
    document: LiveRecord,
    written: {
      sectionRevision: number;
      merged?: Omit<StoredUpdate, 'seq'>;
      state?: Uint8Array;
    },
  ): Promise<LiveRecord> {
    const { sectionRevision, merged, state } = written;
    const { lastSeq } = merged
      ? await this.#add(tx, document, merged)
      : document;
    const after: LiveRecord = {
      ...document,
      sectionRevision,
      lastSeq,
      writtenSeq: lastSeq,
      ...(state && { snapshot: state, snapshotSeq: lastSeq }),
    };
    await tx<DocumentRow>(DOCUMENTS)
      .where({ id: document.generation })
      .update({
        section_revision: sectionRevision,
        written_seq: lastSeq,
        pending_since: null,
        ...(state && {
          snapshot: Buffer.from(state),
          snapshot_seq: lastSeq,
        }),
      });
    if (state) {
      await tx<UpdateRow>(UPDATES)
        .where({ generation: document.generation })
        .delete();
    }
    return after;
  }

  /** The sections of a postmortem with updates that its texts don't have yet. */
  async pendingKeys(tx: Knex, postmortem: number): Promise<SectionKey[]> {
    return tx<DocumentRow>(DOCUMENTS)
      .where({ postmortem_id: postmortem })
      .whereNotNull('pending_since')
      .orderBy('section_key')
      .pluck('section_key');
  }

  /** The postmortems with updates that have been waiting since before a time. */
  async pendingPostmortems(
    knex: Knex,
    before: Date,
    limit: number,
  ): Promise<number[]> {
    return knex<DocumentRow>(DOCUMENTS)
      .where(query => isDue(query, 'pending_since', before))
      .distinct('postmortem_id')
      .orderBy('postmortem_id')
      .limit(limit)
      .pluck('postmortem_id');
  }

  /** Discards a document. The next one has a new generation. */
  async discard(tx: Knex, { generation }: LiveRecord): Promise<void> {
    await tx(UPDATES).where({ generation }).delete();
    await tx(DOCUMENTS).where({ id: generation }).delete();
  }

  async #add(
    tx: Knex,
    document: LiveRecord,
    { update, actorRef }: Omit<StoredUpdate, 'seq'>,
  ): Promise<LiveRecord> {
    const seq = document.lastSeq + 1;
    await tx<UpdateRow>(UPDATES).insert({
      generation: document.generation,
      seq,
      postmortem_id: document.postmortem,
      update: Buffer.from(update),
      actor_ref: actorRef,
    });
    await tx<DocumentRow>(DOCUMENTS)
      .where({ id: document.generation })
      .update({ last_seq: seq });
    return { ...document, lastSeq: seq };
  }
}

/**
 * Discards all live documents of a postmortem, including text that was removed in them.
 */
export async function discardLiveDocuments(
  tx: Knex,
  postmortem: number,
): Promise<void> {
  for (const table of [UPDATES, DOCUMENTS]) {
    await tx(table).where({ postmortem_id: postmortem }).delete();
  }
}

function toRecord(row: DocumentRow): LiveRecord {
  return {
    generation: row.id,
    postmortem: row.postmortem_id,
    key: row.section_key,
    sectionRevision: row.section_revision,
    snapshot: row.snapshot,
    snapshotSeq: row.snapshot_seq,
    lastSeq: row.last_seq,
    writtenSeq: row.written_seq,
  };
}
