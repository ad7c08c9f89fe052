import type { Knex } from 'knex';
import type { Doc } from 'yjs';
import type { Section } from 'backstage-plugin-postmortems-common';
import { PLUGIN_ACTOR } from '../kernel/actor';
import { authorshipAfter } from '../postmortem/assertIndependent';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { saveText } from '../section/ports';
import type { LiveContext } from './context';
import {
  applyUpdate,
  documentOf,
  markdownOf,
  replaceMarkdown,
  stateOf,
} from './document';
import type { LiveRecord, StoredUpdate } from './LiveStore';
import { MOST_UPDATES, contributionsOf } from './rules';

/** A live document with its content. */
export interface LiveDocument {
  record: LiveRecord;
  document: Doc;
}

/**
 * Loads the content of a document. Changes that others made to the section's text are merged first.
 *
 * @param postmortem - locked
 */
export async function loadDocument(
  ctx: LiveContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  record: LiveRecord,
): Promise<LiveDocument> {
  const { revision } = await ctx.sections.get(
    tx,
    postmortem.number,
    record.key,
  );
  if (revision !== record.sectionRevision) {
    return settle(ctx, tx, postmortem, record);
  }
  const { generation, snapshot, snapshotSeq } = record;
  const updates = await ctx.live.updates(tx, generation, snapshotSeq);
  return {
    record,
    document: documentOf([snapshot, ...updates.map(({ update }) => update)]),
  };
}

/**
 * Makes a document and its section equal. Merges the changes that others made to the section's text
 * into the document, and writes pending updates to the section as the people who typed them.
 *
 * The changes by others are determined against the text that they were based on, without the
 * pending updates, so neither replaces the other.
 *
 * @param postmortem - locked, and not published
 */
export async function settle(
  ctx: LiveContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  record: LiveRecord,
): Promise<LiveDocument> {
  const { generation, key, snapshot, snapshotSeq, writtenSeq } = record;
  const updates = await ctx.live.updates(tx, generation, snapshotSeq);
  const written = updates.filter(({ seq }) => seq <= writtenSeq);
  const pending = updates.filter(({ seq }) => seq > writtenSeq);
  const document = documentOf([
    snapshot,
    ...written.map(({ update }) => update),
  ]);

  const section = await ctx.sections.get(tx, postmortem.number, key);
  const merged = mergeOthers(document, section, record);
  const { revision } = await writePending(ctx, tx, postmortem, {
    document,
    section,
    pending,
  });
  const isLong = updates.length + (merged ? 1 : 0) > MOST_UPDATES;
  return {
    document,
    record: await ctx.live.setWritten(tx, record, {
      sectionRevision: revision,
      merged,
      state: isLong ? stateOf(document) : undefined,
    }),
  };
}

/** Merges the changes made to a section since the document was last equal to it. */
function mergeOthers(
  document: Doc,
  section: Section,
  { sectionRevision }: LiveRecord,
): Omit<StoredUpdate, 'seq'> | undefined {
  if (section.revision === sectionRevision) return undefined;
  const update = replaceMarkdown(document, section.markdown);
  return update && { update, actorRef: section.updatedBy ?? PLUGIN_ACTOR };
}

/** Applies pending updates, and saves the text after each person's contribution. */
async function writePending(
  ctx: LiveContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  {
    document,
    section,
    pending,
  }: { document: Doc; section: Section; pending: StoredUpdate[] },
): Promise<Section> {
  let current = section;
  for (const { actorRef, updates } of contributionsOf(pending)) {
    for (const update of updates) applyUpdate(document, update);
    const markdown = markdownOf(document);
    if (markdown === current.markdown) continue;
    current = await saveText(ctx, tx, postmortem, current, {
      markdown,
      actorRef,
      authorship: await authorshipAfter(
        ctx,
        tx,
        postmortem.number,
        current,
        markdown,
        actorRef,
      ),
      entry: { action: 'section-changed' },
    });
  }
  return current;
}
