import type { Knex } from 'knex';
import type {
  ContributingFactor,
  TimelineEvent,
} from 'backstage-plugin-postmortems-common';
import { fromJson, toJson } from '../kernel/db/json';
import { factorKey } from '../postmortem/factorKey';
import type {
  ContributingFactorRow,
  TimelineEventRow,
} from '../postmortem/rows';
import { fromDbTime, toDbTime } from '../kernel/db/time';

interface ItemRow {
  id: number;
  postmortem_id: number;
  revision: number;
}

interface Mapping<T, R extends ItemRow> {
  table: string;
  orderBy: string[];
  toRow(item: Omit<T, 'id'>): Omit<R, 'id' | 'postmortem_id'>;
  fromRow(row: R): T;
}

/** Reads and writes one kind of item in a postmortem. */
export class ItemStore<
  T extends { id: string; revision: number },
  R extends ItemRow = ItemRow,
> {
  readonly #mapping: Mapping<T, R>;

  constructor(mapping: Mapping<T, R>) {
    this.#mapping = mapping;
  }

  async list(tx: Knex, postmortem: number): Promise<T[]> {
    const rows: R[] = await tx(this.#mapping.table)
      .where({ postmortem_id: postmortem })
      .orderBy(this.#mapping.orderBy);
    return rows.map(this.#mapping.fromRow);
  }

  async count(tx: Knex, postmortem: number): Promise<number> {
    const [{ count }] = await tx(this.#mapping.table)
      .where({ postmortem_id: postmortem })
      .count({ count: '*' });
    return Number(count);
  }

  async get(tx: Knex, postmortem: number, id: string): Promise<T | undefined> {
    const row: R | undefined = await tx(this.#mapping.table)
      .where({ id: Number(id), postmortem_id: postmortem })
      .first();
    return row && this.#mapping.fromRow(row);
  }

  async insert(tx: Knex, postmortem: number, item: Omit<T, 'id'>): Promise<T> {
    const [row]: R[] = await tx(this.#mapping.table)
      .insert({ ...this.#mapping.toRow(item), postmortem_id: postmortem })
      .returning('*');
    return this.#mapping.fromRow(row);
  }

  async update(tx: Knex, item: T): Promise<void> {
    await tx(this.#mapping.table)
      .where({ id: Number(item.id) })
      .update(this.#mapping.toRow(item));
  }

  async delete(tx: Knex, id: string): Promise<void> {
    await tx(this.#mapping.table)
      .where({ id: Number(id) })
      .delete();
  }
}

/** The timeline, in chronological order. */
export function createTimelineEventStore() {
  return new ItemStore<TimelineEvent, TimelineEventRow>({
    table: 'postmortem_timeline_events',
    orderBy: ['occurred_at', 'id'],
    toRow: event => ({
      occurred_at: toDbTime(event.occurredAt),
      kind: event.kind,
      text: event.text,
      link: toJson(event.link),
      revision: event.revision,
    }),
    fromRow: row => ({
      id: String(row.id),
      occurredAt: fromDbTime(row.occurred_at),
      kind: row.kind as TimelineEvent['kind'],
      text: row.text,
      link: fromJson(row.link),
      revision: row.revision,
    }),
  });
}

/** The contributing factors, in the order they were added. */
export function createContributingFactorStore() {
  return new ItemStore<ContributingFactor, ContributingFactorRow>({
    table: 'postmortem_contributing_factors',
    orderBy: ['id'],
    toRow: factor => ({
      title: factor.title,
      title_key: factorKey(factor.title),
      category: factor.category ?? '',
      description: factor.description,
      revision: factor.revision,
    }),
    fromRow: row => ({
      id: String(row.id),
      title: row.title,
      category: (row.category || undefined) as ContributingFactor['category'],
      description: row.description,
      revision: row.revision,
    }),
  });
}

export type TimelineStore = ReturnType<typeof createTimelineEventStore>;
export type FactorStore = ReturnType<typeof createContributingFactorStore>;
