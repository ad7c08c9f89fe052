import type { Knex } from 'knex';
import { idOf } from '../kernel/ids';
import { fromJson } from '../kernel/db/json';
import type { Part, PartKind } from './parts';
import { weightOf } from './weights';

type Unweighted = Omit<Part, 'weight'>;

/** The parts to read: all parts of the given postmortems, or only the given items. */
export interface PartSelection {
  postmortems: number[];
  rowIds?: number[];
}

/** The searchable facts of a postmortem. */
export interface FactTexts {
  number: number;
  title: string;
  labels: string[];
  entityRefs: string[];
  links: { title?: string }[];
  noActionItemsReason?: string;
}

/** Kinds of parts that {@link factParts} returns. */
export const FACT_KINDS: readonly PartKind[] = ['title', 'labels', 'facts'];

/** Converts facts to parts, without empty ones. */
export function factParts(facts: FactTexts): Part[] {
  const { number, title, labels, entityRefs, links } = facts;
  const part = { postmortem: number, key: '' };
  return withText([
    { ...part, kind: 'title', text: title, id: idOf(number) },
    {
      ...part,
      kind: 'labels',

      text: [...labels].sort().join(', '),
    },
    {
      ...part,
      kind: 'facts',

      text: [
        ...entityRefs.map(nameOf),
        ...links.map(link => link.title),
        facts.noActionItemsReason,
      ]
        .filter(Boolean)
        .join(' · '),
    },
  ]);
}

async function readFacts(
  tx: Knex,
  { postmortems }: PartSelection,
): Promise<Part[]> {
  const labels: { postmortem_id: number; label: string }[] = await tx(
    'postmortem_labels',
  ).whereIn('postmortem_id', postmortems);
  const entities: { postmortem_id: number; entity_ref: string }[] = await tx(
    'postmortem_entities',
  )
    .whereIn('postmortem_id', postmortems)
    .orderBy('position');
  const rows: {
    id: number;
    title: string;
    links: string;
    no_action_items_reason: string | null;
  }[] = await tx('postmortems')
    .whereIn('id', postmortems)
    .select('id', 'title', 'links', 'no_action_items_reason');
  return rows.flatMap(row => {
    const isOwn = (other: { postmortem_id: number }) =>
      other.postmortem_id === row.id;
    return factParts({
      number: row.id,
      title: row.title,
      labels: labels.filter(isOwn).map(({ label }) => label),
      entityRefs: entities.filter(isOwn).map(each => each.entity_ref),
      links: fromJson(row.links)!,
      noActionItemsReason: row.no_action_items_reason ?? undefined,
    });
  });
}

type Read = (tx: Knex, which: PartSelection) => Promise<Unweighted[]>;

/** Readers for the kinds of parts that aren't facts. */
const READ: Record<Exclude<PartKind, 'title' | 'labels' | 'facts'>, Read> = {
  section: async (tx, { postmortems }) => {
    const rows: {
      postmortem_id: number;
      section_key: string;
      markdown: string;
    }[] = await tx('postmortem_sections')
      .whereIn('postmortem_id', postmortems)
      .select('postmortem_id', 'section_key', 'markdown');
    return rows.map(row => ({
      postmortem: row.postmortem_id,
      kind: 'section',
      key: row.section_key,
      text: row.markdown,
    }));
  },
  'timeline-event': async (tx, which) => {
    const rows: ItemRow<{ text: string; link: string | null }>[] = await items(
      tx,
      'postmortem_timeline_events',
      which,
    );
    return rows.map(row =>
      itemOf('timeline-event', row, [
        row.text,
        fromJson<{ title?: string }>(row.link)?.title,
      ]),
    );
  },
  'contributing-factor': async (tx, which) => {
    const rows: ItemRow<{ title: string; description: string }>[] = await items(
      tx,
      'postmortem_contributing_factors',
      which,
    );
    return rows.map(row =>
      itemOf('contributing-factor', row, [row.title, row.description]),
    );
  },
  'action-item': async (tx, which) => {
    const rows: ItemRow<{
      number: number;
      title: string;
      description: string;
      status_reason: string | null;
    }>[] = await items(tx, 'action_items', which);
    return rows.map(row => ({
      ...itemOf('action-item', row, [
        row.title,
        row.description,
        row.status_reason,
      ]),
      key: `A${row.number}`,
      id: `${idOf(row.postmortem_id)} A${row.number}`,
    }));
  },
  review: async (tx, { postmortems }) => {
    const rows: {
      postmortem_id: number;
      reviewer_ref: string;
      comment: string | null;
      dismissal_reason: string | null;
    }[] = await tx('postmortem_reviews')
      .whereIn('postmortem_id', postmortems)
      .select('postmortem_id', 'reviewer_ref', 'comment', 'dismissal_reason');
    return rows.map(row => ({
      postmortem: row.postmortem_id,
      kind: 'review',
      key: row.reviewer_ref,

      text: lines([row.comment, row.dismissal_reason]),
    }));
  },
  comment: async (tx, which) => {
    const rows: ItemRow<{ markdown: string }>[] = await items(
      tx,
      'postmortem_comments',
      which,
    );
    return rows.map(row => ({
      ...itemOf('comment', row, [row.markdown]),
    }));
  },
};

/** Reads the non-empty parts of the given kinds. */
export async function readParts(
  tx: Knex,
  kinds: readonly PartKind[],
  which: PartSelection,
): Promise<Part[]> {
  const parts: Unweighted[] = [];
  if (FACT_KINDS.some(kind => kinds.includes(kind))) {
    const facts = await readFacts(tx, which);
    parts.push(...facts.filter(({ kind }) => kinds.includes(kind)));
  }
  for (const kind of Object.keys(READ) as (keyof typeof READ)[]) {
    if (kinds.includes(kind)) parts.push(...(await READ[kind](tx, which)));
  }
  return withText(parts);
}

function withText(parts: Unweighted[]): Part[] {
  return parts
    .filter(({ text }) => text !== '')
    .map(part => ({ ...part, weight: weightOf(part) }));
}

type ItemRow<T> = T & { id: number; postmortem_id: number };

async function items<T>(
  tx: Knex,
  table: string,
  { postmortems, rowIds }: PartSelection,
): Promise<ItemRow<T>[]> {
  return rowIds
    ? tx(table).whereIn('id', rowIds)
    : tx(table).whereIn('postmortem_id', postmortems);
}

function itemOf(
  kind: PartKind,
  row: { id: number; postmortem_id: number },
  texts: (string | null | undefined)[],
): Unweighted {
  return {
    postmortem: row.postmortem_id,
    kind,
    key: String(row.id),
    rowId: row.id,

    text: lines(texts),
  };
}

function lines(texts: (string | null | undefined)[]): string {
  return texts.filter(Boolean).join('\n');
}

/**
 * The name in an entity reference. Kind and namespace aren't indexed, because most references share
 * them.
 */
function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf('/') + 1);
}
