import type { Knex } from 'knex';
import type {
  HistoryAction,
  HistoryEntry,
  Page,
} from 'backstage-plugin-postmortems-common';
import { fromJson, toJson } from '../kernel/db/json';
import { listById } from '../kernel/db/listPage';
import { isSameEdit } from './isSameEdit';
import type { HistoryRow } from './rows';
import { fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'postmortem_history';

/** A history entry before it is stored. */
export type NewHistoryEntry = Omit<HistoryEntry, 'id'>;

/** The text of a section before and after one edit. */
export interface SectionEdit {
  before: string;
  after: string;
  actorRef: string;
  /** Whether the edit restored an earlier text. */
  restored: boolean;
}

const SECTION_EDITS: HistoryAction[] = ['section-changed', 'section-restored'];

/** Writes and reads the history of postmortems. */
export class HistoryStore {
  async append(
    tx: Knex,
    postmortem: number,
    entries: NewHistoryEntry[],
  ): Promise<void> {
    for (const entry of entries) {
      await tx(TABLE).insert({
        postmortem_id: postmortem,
        at: toDbTime(entry.at),
        actor_ref: entry.actorRef,
        action: entry.action,
        field: entry.field ?? null,
        before: toJson(entry.before),
        after: toJson(entry.after),
        reason: entry.reason ?? null,
        restored_from: toDbTime(entry.restoredFrom),
      });
    }
  }

  /**
   * Records a text edit. Successive autosaves by one person share an entry, with the text before
   * the first and after the last of them.
   */
  async appendEdit(
    tx: Knex,
    postmortem: number,
    entry: NewHistoryEntry,
  ): Promise<void> {
    const latest = await tx<HistoryRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .orderBy('id', 'desc')
      .first();
    if (latest && isSameEdit(toEntry(latest), entry)) {
      await tx(TABLE)
        .where({ id: latest.id })
        .update({ at: toDbTime(entry.at), after: toJson(entry.after) });
      return;
    }
    await this.append(tx, postmortem, [entry]);
  }

  /** Finds a section edit by the id of its history entry. */
  async sectionEdit(
    tx: Knex,
    postmortem: number,
    section: string,
    id: string,
  ): Promise<HistoryEntry | undefined> {
    const row = await tx<HistoryRow>(TABLE)
      .where({ id: Number(id), postmortem_id: postmortem, field: section })
      .whereIn('action', SECTION_EDITS)
      .first();
    return row && toEntry(row);
  }

  /** Everyone who handed over ownership of the postmortem. */
  async handedOverBy(tx: Knex, postmortem: number): Promise<string[]> {
    const rows = await tx<HistoryRow>(TABLE)
      .where({ postmortem_id: postmortem, action: 'owner-handed-over' })
      .distinct('actor_ref');
    return rows.map(row => row.actor_ref);
  }

  /** The edits to some sections, by section key, oldest first. */
  async edits(
    tx: Knex,
    postmortem: number,
    sections: string[],
  ): Promise<Map<string, SectionEdit[]>> {
    const edits = new Map<string, SectionEdit[]>(
      sections.map(section => [section, []]),
    );
    if (sections.length === 0) return edits;
    const rows = await tx<HistoryRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .whereIn('action', SECTION_EDITS)
      .whereIn('field', sections)
      .orderBy('id');
    for (const row of rows) {
      edits.get(row.field!)!.push({
        before: fromJson<string>(row.before) ?? '',
        after: fromJson<string>(row.after) ?? '',
        actorRef: row.actor_ref,
        restored: row.action === 'section-restored',
      });
    }
    return edits;
  }

  /** Every value that a field has had, before and after each change. */
  async valuesOf(
    tx: Knex,
    postmortem: number,
    field: string,
  ): Promise<unknown[]> {
    const rows = await tx<HistoryRow>(TABLE)
      .where({ postmortem_id: postmortem, field })
      .select('before', 'after');
    return rows
      .flatMap(row => [fromJson(row.before), fromJson(row.after)])
      .filter(value => value !== undefined && value !== null);
  }

  /** Whether an action was recorded for a postmortem since a time. */
  async has(
    tx: Knex,
    postmortem: number,
    action: HistoryEntry['action'],
    since: string,
  ): Promise<boolean> {
    const row = await tx<HistoryRow>(TABLE)
      .where({ postmortem_id: postmortem, action })
      .where('at', '>=', toDbTime(since))
      .first('id');
    return row !== undefined;
  }

  /** When any of these actions was last recorded, per postmortem. */
  async lastAt(
    tx: Knex,
    postmortems: number[],
    actions: readonly HistoryAction[],
  ): Promise<Map<number, string>> {
    const rows: { postmortem_id: number; last: DbTime }[] = await tx(TABLE)
      .whereIn('postmortem_id', postmortems)
      .whereIn('action', actions)
      .groupBy('postmortem_id')
      .select('postmortem_id')
      .max('at as last');
    return new Map(rows.map(row => [row.postmortem_id, fromDbTime(row.last)]));
  }

  async list(
    knex: Knex,
    postmortem: number,
    request: {
      action?: HistoryAction[];
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<HistoryEntry>> {
    const matching = () => {
      const rows = knex<HistoryRow>(TABLE).where({ postmortem_id: postmortem });
      return request.action ? rows.whereIn('action', request.action) : rows;
    };
    const { limit, cursor, totalItems } = request;
    return listById(knex, {
      matching,
      direction: 'desc',
      toItem: toEntry,
      limit,
      cursor,
      totalItems,
    });
  }
}

function toEntry(row: HistoryRow): HistoryEntry {
  return {
    id: String(row.id),
    at: fromDbTime(row.at),
    actorRef: row.actor_ref,
    action: row.action as HistoryEntry['action'],
    field: row.field ?? undefined,
    before: fromJson(row.before),
    after: fromJson(row.after),
    reason: row.reason ?? undefined,
    restoredFrom: fromDbTime(row.restored_from),
  };
}
