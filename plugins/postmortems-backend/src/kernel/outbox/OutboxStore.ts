import type { Knex } from 'knex';
import type { PostmortemEvent } from 'backstage-plugin-postmortems-common';
import { claimRows } from '../db/claims';
import type { Claim } from '../db/claims';
import { insertAll } from '../db/insertAll';

const TABLE = 'postmortem_outbox';

interface OutboxRow {
  id: number | string;
  event: string;
}

/** An event to publish. */
export interface OutboxEntry {
  event: PostmortemEvent;
  /**
   * Users and groups who lost access through this change. They get one last refresh signal, but
   * aren't named in the event.
   */
  lostAccess?: string[];
}

/** An event claimed by one instance. */
export interface ClaimedEvent {
  rowId: number | string;
  event: PostmortemEvent;
  /** @see {@link OutboxEntry.lostAccess} */
  lostAccess: string[];
}

/** Stores events for changes from the commit until they are published. */
export class OutboxStore {
  async add(tx: Knex, entries: OutboxEntry[]): Promise<void> {
    await insertAll(
      tx,
      TABLE,
      entries.map(({ event, lostAccess = [] }) => ({
        event: JSON.stringify(
          lostAccess.length > 0 ? { ...event, lostSight: lostAccess } : event,
        ),
      })),
    );
  }

  /**
   * Claims the oldest unpublished events. An event that isn't removed in time can be claimed again.
   */
  async claim(knex: Knex, claim: Claim): Promise<ClaimedEvent[]> {
    const rows = await claimRows<OutboxRow>(knex, TABLE, claim, events =>
      events.orderBy('id').select('id', 'event'),
    );
    return rows.map(row => {
      // Still stored under its former name `lostSight`, so that pending events survive an upgrade.
      const { lostSight: lostAccess = [], ...event } = JSON.parse(row.event);
      return { rowId: row.id, event, lostAccess };
    });
  }

  /** Removes published events. */
  async remove(knex: Knex, told: ClaimedEvent[]): Promise<void> {
    await knex(TABLE)
      .whereIn(
        'id',
        told.map(({ rowId }) => rowId),
      )
      .delete();
  }
}
