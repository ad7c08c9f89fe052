import type { Knex } from 'knex';
import type { Contributor } from 'backstage-plugin-postmortems-common';
import { insertAll } from '../kernel/db/insertAll';
import type { PostmortemRecord } from './PostmortemRecord';
import type { PostmortemRow } from './rows';

/** Postmortem data that is also stored in join tables, for filtering. */
export type Related = Pick<
  PostmortemRecord,
  'entityRefs' | 'teamRefs' | 'labels' | 'contributors' | 'reviewerRefs'
>;

/**
 * Columns in `postmortems` that repeat the data in the join tables, so that lists read one table.
 */
type RelatedColumns = Pick<
  PostmortemRow,
  'id' | 'revision' | 'related' | 'related_revision'
>;

const TABLES = [
  'postmortem_entities',
  'postmortem_teams',
  'postmortem_labels',
  'postmortem_contributors',
  'postmortem_reviewers',
];

export function toRelatedColumns(
  record: Related & { revision: number },
): Pick<PostmortemRow, 'related' | 'related_revision'> {
  const { entityRefs, teamRefs, labels, contributors, reviewerRefs } = record;
  return {
    related: JSON.stringify({
      entityRefs,
      teamRefs: [...teamRefs].sort(),
      labels: [...labels].sort(),
      contributors,
      reviewerRefs,
    }),
    related_revision: record.revision,
  };
}

/**
 * The related data for each row, in the same order. During a rolling upgrade, an older instance
 * writes only the join tables. Rows written that way are recognized by their revision and read from
 * the join tables.
 */
export async function relatedOf(
  knex: Knex,
  rows: RelatedColumns[],
): Promise<Related[]> {
  const stale = rows
    .filter(row => row.related_revision !== row.revision)
    .map(row => row.id);
  const joined =
    stale.length > 0
      ? await readRelated(knex, stale)
      : new Map<number, Related>();
  return rows.map(row => joined.get(row.id) ?? JSON.parse(row.related!));
}

interface JoinRow {
  postmortem_id: number;
  entity_ref: string;
  team_ref: string;
  label: string;
  user_ref: string;
  role: string;
  reviewer_ref: string;
}

async function readRelated(
  knex: Knex,
  ids: number[],
): Promise<Map<number, Related>> {
  const related = new Map<number, Related>(
    ids.map(id => [
      id,
      {
        entityRefs: [],
        teamRefs: [],
        labels: [],
        contributors: [],
        reviewerRefs: [],
      },
    ]),
  );
  const read = async (
    table: string,
    orderBy: string,
    add: (to: Related, row: JoinRow) => void,
  ) => {
    const rows: JoinRow[] = await knex(table)
      .whereIn('postmortem_id', ids)
      .orderBy(orderBy);
    for (const row of rows) add(related.get(row.postmortem_id)!, row);
  };
  await read('postmortem_entities', 'position', (to, row) =>
    to.entityRefs.push(row.entity_ref),
  );
  await read('postmortem_teams', 'team_ref', (to, row) =>
    to.teamRefs.push(row.team_ref),
  );
  await read('postmortem_labels', 'label', (to, row) =>
    to.labels.push(row.label),
  );
  await read('postmortem_contributors', 'position', (to, row) =>
    to.contributors.push({ userRef: row.user_ref, role: row.role }),
  );
  await read('postmortem_reviewers', 'position', (to, row) =>
    to.reviewerRefs.push(row.reviewer_ref),
  );
  return related;
}

/** Adds a new postmortem's rows to the join tables. */
export async function insertRelated(
  tx: Knex,
  id: number,
  related: Related,
): Promise<void> {
  const insert = <T>(table: string, values: T[], toRow: ToJoinRow<T>) =>
    insertAll(
      tx,
      table,
      values.map((value, position) => ({
        postmortem_id: id,
        ...toRow(value, position),
      })),
    );
  await insert(
    'postmortem_entities',
    related.entityRefs,
    (entity_ref, position) => ({ entity_ref, position }),
  );
  await insert('postmortem_teams', related.teamRefs, team_ref => ({
    team_ref,
  }));
  await insert('postmortem_labels', related.labels, label => ({ label }));
  await insert<Contributor>(
    'postmortem_contributors',
    related.contributors,
    ({ userRef, role }, position) => ({ user_ref: userRef, role, position }),
  );
  await insert(
    'postmortem_reviewers',
    related.reviewerRefs,
    (reviewer_ref, position) => ({ reviewer_ref, position }),
  );
}

type ToJoinRow<T> = (value: T, position: number) => Partial<JoinRow> & object;

/** Replaces a postmortem's rows in the join tables. */
export async function replaceRelated(
  tx: Knex,
  id: number,
  related: Related,
): Promise<void> {
  for (const table of TABLES) {
    await tx(table).where({ postmortem_id: id }).delete();
  }
  await insertRelated(tx, id, related);
}
