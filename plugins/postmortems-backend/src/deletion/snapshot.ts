import type { Knex } from 'knex';
import { isCommitted } from 'backstage-plugin-postmortems-common';
import type { ActionItemStatus } from 'backstage-plugin-postmortems-common';
import { factorKey } from '../postmortem/factorKey';
import { insertAll } from '../kernel/db/insertAll';

/** A table with rows that belong to a postmortem, directly or through its action items. */
interface Part {
  table: string;
  of: 'postmortem_id' | 'action_item_id';
  /** Computed from other rows or short-lived, so not included in snapshots. */
  derived?: boolean;
}

const DERIVED = [
  'search_parts',
  'postmortem_presence',
  'postmortem_live_documents',
  'postmortem_live_updates',
  'group_postmortems',
  'group_action_items',
];

/**
 * Every table with rows that belong to a postmortem, in foreign key order. A test compares it with
 * the schema.
 */
export const PARTS: Part[] = [
  ...[
    'postmortem_entities',
    'postmortem_teams',
    'group_postmortems',
    'postmortem_labels',
    'search_parts',
    'postmortem_contributors',
    'postmortem_sections',
    'postmortem_timeline_events',
    'postmortem_contributing_factors',
    'postmortem_history',
    'postmortem_reminders',
    'postmortem_messages',
    'postmortem_reviewers',
    'postmortem_reviews',
    'postmortem_watchers',
    'postmortem_presence',
    'postmortem_live_documents',
    'postmortem_live_updates',
    'postmortem_comments',
    'postmortem_mentions',
    'postmortem_involvement',
    'compliance_exceptions',
    'action_items',
  ].map(table => ({
    table,
    of: 'postmortem_id' as const,
    derived: DERIVED.includes(table),
  })),
  ...['action_item_teams', 'group_action_items', 'action_item_tickets'].map(
    table => ({
      table,
      of: 'action_item_id' as const,
      derived: DERIVED.includes(table),
    }),
  ),
];

/** Tables that refer to postmortems but outlive them. */
export const OUTLIVING = ['incidents'];

/** A database row whose times are JSON strings. */
export type Row = Record<string, unknown>;

/** All rows of a postmortem, by table. */
export interface PostmortemSnapshot {
  tables: Record<string, Row[]>;
  /** The postmortem's incidents, with their merge bases and timeline lines. */
  incidents: { id: number; base: string | null; lines: Row[] }[];
}

export async function takeSnapshot(
  tx: Knex,
  postmortem: number,
): Promise<PostmortemSnapshot> {
  const tables: Record<string, Row[]> = {
    postmortems: await tx('postmortems').where({ id: postmortem }),
  };
  for (const { table, of, derived } of PARTS) {
    if (derived) continue;
    tables[table] = await tx(table).whereIn(
      of,
      of === 'postmortem_id'
        ? [postmortem]
        : tables.action_items.map(({ id }) => id as number),
    );
  }
  const incidents: { id: number; base: string | null }[] = await tx('incidents')
    .where({ postmortem_id: postmortem })
    .orderBy('id')
    .select('id', 'base');
  const lines: Row[] = await tx('incident_lines').whereIn(
    'incident_id',
    incidents.map(({ id }) => id),
  );
  return {
    tables,
    incidents: incidents.map(incident => ({
      ...incident,
      lines: lines.filter(line => line.incident_id === incident.id),
    })),
  };
}

/** Columns that older snapshots lack, by table, computed from the row's other columns. */
const NEWER_COLUMNS: Record<string, (row: Row) => Row> = {
  postmortem_contributing_factors: ({ title }) => ({
    title_key: factorKey(title as string),
  }),
  action_items: ({ status, created_at }) => ({
    committed_at: isCommitted(status as ActionItemStatus) ? created_at : null,
  }),
};

/**
 * Restores the rows in a snapshot. Skips columns that no longer exist; new columns are computed or
 * get their defaults.
 */
export async function insertSnapshot(
  tx: Knex,
  { tables }: PostmortemSnapshot,
): Promise<void> {
  for (const table of ['postmortems', ...PARTS.map(part => part.table)]) {
    const rows = tables[table] ?? [];
    if (rows.length === 0) continue;
    const columns = new Set(Object.keys(await tx(table).columnInfo()));
    await insertAll(
      tx,
      table,
      rows.map(row =>
        Object.fromEntries(
          Object.entries({ ...NEWER_COLUMNS[table]?.(row), ...row }).filter(
            ([column]) => columns.has(column),
          ),
        ),
      ),
    );
  }
}
