import type { Knex } from 'knex';
import type { Section } from 'backstage-plugin-postmortems-common';
import { assertNotPublished } from '../postmortem/assertNotPublished';
import type { NewHistoryEntry } from '../postmortem/HistoryStore';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { record, recordEdit } from '../postmortem/recordHistory';
import type { SectionContext } from './context';
import type { WrittenSection } from './SectionStore';

/**
 * Stores a new text, and records it in the history.
 *
 * @throws ConflictError if the postmortem is published
 */
export async function saveText(
  ctx: SectionContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  before: Section,
  change: Pick<WrittenSection, 'markdown' | 'authorship'> & {
    actorRef: string;
    entry: Pick<NewHistoryEntry, 'action' | 'restoredFrom'>;
  },
): Promise<Section> {
  assertNotPublished(postmortem);
  const { number } = postmortem;
  const { markdown, authorship, actorRef, entry } = change;
  const at = ctx.clock().toISOString();
  const after = {
    key: before.key,
    markdown,
    revision: before.revision + 1,
    updatedAt: at,
    updatedBy: actorRef,
  };
  await ctx.sections.put(tx, number, { ...after, authorship });
  await ctx.postmortems.touchContent(tx, number, at);
  const isRestored = entry.action === 'section-restored';
  const history: NewHistoryEntry = {
    at,
    actorRef,
    field: before.key,
    before: before.markdown,
    after: markdown,
    ...entry,
  };
  // Don't merge a restore into the author's ongoing edit entry.
  if (isRestored) await record(ctx, tx, number, [history]);
  else await recordEdit(ctx, tx, number, history);
  return after;
}
