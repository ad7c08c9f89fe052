import type { Knex } from 'knex';
import type { SharedAddress } from './mapping/sharedAddresses';

const TABLE = 'incident_shared_addresses';

interface SharedAddressRow {
  incident_id: number;
  source: string;
  address: string;
  /** A JSON array, which also identifies the address. */
  user_refs: string;
}

/** A shared address, with the number of a source's incidents that contain it. */
export interface SharedAddressCount extends SharedAddress {
  source: string;
  incidents: number;
}

/** Reads the email addresses that several users share, as found in incidents. */
export class SharedAddressStore {
  /** Shared addresses. Those that occur in the most incidents come first. */
  async list(knex: Knex, limit: number): Promise<SharedAddressCount[]> {
    const rows: {
      source: string;
      address: string;
      user_refs: string;
      incidents: number | string;
    }[] = await knex(TABLE)
      .groupBy('source', 'address', 'user_refs')
      .select(
        'source',
        'address',
        'user_refs',
        knex.raw('count(*) as incidents'),
      )
      .orderBy([
        { column: 'incidents', order: 'desc' },
        { column: 'source' },
        { column: 'user_refs' },
      ])
      .limit(limit);
    return rows.map(({ user_refs, incidents, ...row }) => ({
      ...row,
      userRefs: JSON.parse(user_refs),
      incidents: Number(incidents),
    }));
  }

  /** Queues incidents that contain an address shared by these users. */
  async wake(
    knex: Knex,
    { source, userRefs }: Pick<SharedAddressCount, 'source' | 'userRefs'>,
    now: Date,
  ): Promise<void> {
    await knex('incidents')
      .whereIn(
        'id',
        knex<SharedAddressRow>(TABLE)
          .where({ source, user_refs: JSON.stringify(userRefs) })
          .select('incident_id'),
      )
      .update({ due_at: now });
  }
}
