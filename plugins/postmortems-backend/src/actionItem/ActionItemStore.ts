import type { Knex } from 'knex';
import type { ActionItemFacts } from './actionItemRules';
import { selectTicketColumns, ticketFromColumns } from './itemTicket';
import type { TicketColumns, TicketRecord } from './itemTicket';
import { insertAll } from '../kernel/db/insertAll';
import { FAR_FUTURE, fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'action_items';

/** An action item as stored. Times are ISO 8601 in UTC. */
export interface ActionItemRecord extends ActionItemFacts {
  /** Database id. People see the number instead. */
  rowId: number;
  postmortem: number;
  number: number;
  position: number;
  revision: number;
  createdAt: string;
  updatedAt: string;
  /** Read-only here: the ticket store writes it. */
  ticket?: TicketRecord;
}

export interface ActionItemRow {
  id: number;
  postmortem_id: number;
  number: number;
  position: number;
  title: string;
  title_key: string;
  description: string;
  kind: string;
  priority: string;
  status: string;
  status_reason: string | null;
  owner_ref: string | null;
  due_at: DbTime | null;
  due_order: DbTime;
  committed_at: DbTime | null;
  closed_at: DbTime | null;
  revision: number;
  created_at: DbTime;
  updated_at: DbTime;
}

/** Reads and writes action items. Every call runs in the given transaction. */
export class ActionItemStore {
  /** A postmortem's action items, in display order. */
  async list(tx: Knex, postmortem: number): Promise<ActionItemRecord[]> {
    const rows = await withTickets(tx)
      .where({ postmortem_id: postmortem })
      .orderBy(['position', 'id']);
    return rows.map(toActionItemRecord);
  }

  /** The action items of several postmortems, in each one's display order. */
  async listOf(tx: Knex, postmortems: number[]): Promise<ActionItemRecord[]> {
    const rows = await withTickets(tx)
      .whereIn('postmortem_id', postmortems)
      .orderBy(['postmortem_id', 'position', 'id']);
    return rows.map(toActionItemRecord);
  }

  /** The action items with these row ids, in the same order. */
  async getMany(tx: Knex, rowIds: number[]): Promise<ActionItemRecord[]> {
    const rows = await withTickets(tx).whereIn('id', rowIds);
    const byId = new Map(rows.map(row => [row.id, toActionItemRecord(row)]));
    return rowIds.flatMap(id => byId.get(id) ?? []);
  }

  async get(
    tx: Knex,
    postmortem: number,
    number: number,
  ): Promise<ActionItemRecord | undefined> {
    const row = await withTickets(tx)
      .where({ postmortem_id: postmortem, number })
      .first();
    return row && toActionItemRecord(row);
  }

  /**
   * The next action item number in a postmortem. The caller must hold the postmortem's row lock.
   */
  async nextNumber(tx: Knex, postmortem: number): Promise<number> {
    const [{ action_items_numbered }] = await tx('postmortems')
      .where({ id: postmortem })
      .increment('action_items_numbered', 1)
      .returning('action_items_numbered');
    return action_items_numbered;
  }

  async insert(
    tx: Knex,
    item: Omit<ActionItemRecord, 'rowId'>,
  ): Promise<ActionItemRecord> {
    const [{ id }] = await tx<ActionItemRow>(TABLE)
      .insert(toRow(item))
      .returning('id');
    const record = { ...item, rowId: id };
    await this.#setOwningTeam(tx, record);
    return record;
  }

  async update(tx: Knex, item: ActionItemRecord): Promise<void> {
    await tx<ActionItemRow>(TABLE)
      .where({ id: item.rowId })
      .update(toRow(item));
    await this.#setOwningTeam(tx, item);
  }

  async setPosition(tx: Knex, rowId: number, position: number): Promise<void> {
    await tx<ActionItemRow>(TABLE).where({ id: rowId }).update({ position });
  }

  async delete(tx: Knex, rowId: number): Promise<void> {
    await tx<ActionItemRow>(TABLE).where({ id: rowId }).delete();
  }

  /** Adds teams that are responsible for an action item because they own affected entities. */
  async addTeams(tx: Knex, rowId: number, teamRefs: string[]): Promise<void> {
    await insertAll(
      tx,
      'action_item_teams',
      teamRefs.map(team_ref => ({
        action_item_id: rowId,
        team_ref,
        is_owner: false,
      })),
    );
  }

  /**
   * Sets the teams responsible for a postmortem's open action items. Closed items keep their teams.
   */
  async setTeams(
    tx: Knex,
    postmortem: number,
    teamRefs: string[],
  ): Promise<void> {
    const rows: { id: number }[] = await tx<ActionItemRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .whereNull('closed_at')
      .select('id');
    const ids = rows.map(row => row.id);
    await tx('action_item_teams')
      .whereIn('action_item_id', ids)
      .where({ is_owner: false })
      .delete();
    for (const id of ids) await this.addTeams(tx, id, teamRefs);
  }

  /** The teams responsible for each open action item, by postmortem. */
  async openTeamsOf(
    tx: Knex,
    postmortems: number[],
  ): Promise<Map<number, string[][]>> {
    const rows: { id: number; postmortem_id: number }[] =
      await tx<ActionItemRow>(TABLE)
        .whereIn('postmortem_id', postmortems)
        .whereNull('closed_at')
        .select('id', 'postmortem_id');
    const teams = await this.teamsOf(
      tx,
      rows.map(row => row.id),
    );
    const byPostmortem = new Map<number, string[][]>();
    for (const { id, postmortem_id: number } of rows) {
      const before = byPostmortem.get(number) ?? [];
      byPostmortem.set(number, [...before, teams.get(id) ?? []]);
    }
    return byPostmortem;
  }

  /** The owners of open action items, by postmortem. */
  async openOwnersOf(
    tx: Knex,
    postmortems: number[],
  ): Promise<Map<number, string[]>> {
    const rows: { postmortem_id: number; owner_ref: string }[] =
      await tx<ActionItemRow>(TABLE)
        .whereIn('postmortem_id', postmortems)
        .whereNull('closed_at')
        .whereNotNull('owner_ref')
        .distinct('postmortem_id', 'owner_ref');
    const owners = new Map<number, string[]>();
    for (const { postmortem_id: number, owner_ref: owner } of rows) {
      owners.set(number, [...(owners.get(number) ?? []), owner]);
    }
    return owners;
  }

  /** The teams responsible for each of these items because they own affected entities. */
  async teamsOf(tx: Knex, rowIds: number[]): Promise<Map<number, string[]>> {
    const rows: { action_item_id: number; team_ref: string }[] = await tx(
      'action_item_teams',
    )
      .whereIn('action_item_id', rowIds)
      .where({ is_owner: false })
      .orderBy('team_ref')
      .select('action_item_id', 'team_ref');
    const teams = new Map<number, string[]>();
    for (const { action_item_id: id, team_ref: team } of rows) {
      teams.set(id, [...(teams.get(id) ?? []), team]);
    }
    return teams;
  }

  async #setOwningTeam(tx: Knex, item: ActionItemRecord): Promise<void> {
    const row = { action_item_id: item.rowId };
    await tx('action_item_teams')
      .where({ ...row, is_owner: true })
      .delete();
    if (item.ownerRef?.startsWith('group:')) {
      await tx('action_item_teams').insert({
        ...row,
        team_ref: item.ownerRef,
        is_owner: true,
      });
    }
  }
}

function toRow(
  item: Omit<ActionItemRecord, 'rowId'>,
): Omit<ActionItemRow, 'id'> {
  return {
    postmortem_id: item.postmortem,
    number: item.number,
    position: item.position,
    title: item.title,
    title_key: item.title.toLocaleLowerCase('en').slice(0, 200),
    description: item.description,
    kind: item.kind,
    priority: item.priority,
    status: item.status,
    status_reason: item.statusReason ?? null,
    owner_ref: item.ownerRef ?? null,
    due_at: toDbTime(item.dueAt),
    due_order: toDbTime(item.dueAt) ?? FAR_FUTURE,
    committed_at: toDbTime(item.committedAt),
    closed_at: toDbTime(item.closedAt),
    revision: item.revision,
    created_at: toDbTime(item.createdAt),
    updated_at: toDbTime(item.updatedAt),
  };
}

function withTickets(
  tx: Knex,
): Knex.QueryBuilder<any, (ActionItemRow & TicketColumns)[]> {
  const query = tx(TABLE).select(`${TABLE}.*`);
  selectTicketColumns(query);
  return query;
}

export function toActionItemRecord(
  row: ActionItemRow & TicketColumns,
): ActionItemRecord {
  return {
    rowId: row.id,
    postmortem: row.postmortem_id,
    number: row.number,
    position: row.position,
    title: row.title,
    description: row.description,
    kind: row.kind as ActionItemRecord['kind'],
    priority: row.priority as ActionItemRecord['priority'],
    status: row.status as ActionItemRecord['status'],
    statusReason: row.status_reason ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    dueAt: fromDbTime(row.due_at),
    committedAt: fromDbTime(row.committed_at),
    closedAt: fromDbTime(row.closed_at),
    revision: row.revision,
    createdAt: fromDbTime(row.created_at),
    updatedAt: fromDbTime(row.updated_at),
    ticket: ticketFromColumns(row),
  };
}
