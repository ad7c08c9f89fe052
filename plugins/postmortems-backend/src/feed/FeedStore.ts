import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  Feed,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { INTERNAL } from '../kernel/access/internal';
import { fromDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';
import { applyFilter } from '../postmortem/filters';
import { hashOf, isSameHash } from './token';

const TABLE = 'postmortem_feeds';

interface FeedRow {
  id: number;
  user_ref: string;
  token_hash: string;
  team_ref: string | null;
  entity_ref: string | null;
  created_at: DbTime;
}

/** A feed with the person who created it. */
export interface FeedRecord extends Feed {
  userRef: string;
}

/** A published postmortem in a feed. */
export interface FeedEntry {
  number: number;
  title: string;
  severity: string;
  startedAt: string;
  publishedAt: string;
}

/** Stores people's feeds, and reads what is in them. */
export class FeedStore {
  async list(knex: Knex, userRef: string): Promise<Feed[]> {
    const rows = await knex<FeedRow>(TABLE)
      .where({ user_ref: userRef })
      .orderBy('id', 'desc');
    return rows.map(row => toFeed(row));
  }

  async add(
    tx: Knex,
    feed: Pick<FeedRecord, 'userRef' | 'teamRef' | 'entityRef' | 'createdAt'>,
    token: string,
  ): Promise<Feed> {
    const [row] = await tx<FeedRow>(TABLE)
      .insert({
        user_ref: feed.userRef,
        token_hash: hashOf(token),
        team_ref: feed.teamRef ?? null,
        entity_ref: feed.entityRef ?? null,
        created_at: new Date(feed.createdAt),
      })
      .returning('*');
    return toFeed(row);
  }

  /** Removes a feed, if the person has it. */
  async remove(tx: Knex, userRef: string, id: number): Promise<void> {
    await tx<FeedRow>(TABLE).where({ id, user_ref: userRef }).delete();
  }

  async findByToken(
    knex: Knex,
    token: string,
  ): Promise<FeedRecord | undefined> {
    const hash = hashOf(token);
    const row = await knex<FeedRow>(TABLE).where({ token_hash: hash }).first();
    if (!row || !isSameHash(row.token_hash, hash)) return undefined;
    return { ...toFeed(row), userRef: row.user_ref };
  }

  /**
   * The latest published postmortems of a feed. Feed readers aren't signed in, so restricted
   * postmortems are never included.
   */
  async entries(
    knex: Knex,
    { teamRef, entityRef }: Pick<Feed, 'teamRef' | 'entityRef'>,
    now: Date,
  ): Promise<FeedEntry[]> {
    const filter: PostmortemFilter = {
      status: ['published'],
      ...(teamRef && { teamRef: [teamRef], subTeams: 'include' as const }),
      ...(entityRef && { entityRef: [entityRef] }),
    };
    const query = knex('postmortems').whereNotNull('postmortems.published_at');
    applyFilter(knex, query, { filter, visible: INTERNAL }, now);
    const rows: {
      id: number;
      title: string;
      governing_severity: string;
      started_at: DbTime;
      published_at: DbTime;
    }[] = await query
      .orderBy([
        { column: 'postmortems.published_at', order: 'desc' },
        { column: 'postmortems.id', order: 'desc' },
      ])
      .limit(LIMITS.feedEntries)
      .select(
        'postmortems.id',
        'title',
        'governing_severity',
        'started_at',
        'published_at',
      );
    return rows.map(row => ({
      number: row.id,
      title: row.title,
      severity: row.governing_severity,
      startedAt: fromDbTime(row.started_at),
      publishedAt: fromDbTime(row.published_at),
    }));
  }
}

function toFeed(row: FeedRow): Feed {
  return {
    id: String(row.id),
    ...(row.team_ref && { teamRef: row.team_ref }),
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    createdAt: fromDbTime(row.created_at),
  };
}
