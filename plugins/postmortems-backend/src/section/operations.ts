import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Section } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { assertNotPublished } from '../postmortem/assertNotPublished';
import { actorOf } from '../kernel/actor';
import { assertRevision } from '../kernel/errors';
import {
  authorshipAfter,
  authorshipOfRestored,
} from '../postmortem/assertIndependent';
import type { NewHistoryEntry } from '../postmortem/HistoryStore';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { record, recordEdit } from '../postmortem/recordHistory';
import { loadForChange } from '../postmortem/change';
import type { SectionContext } from './context';
import { mergeSection } from './mergeSection';
import type { WrittenSection } from './SectionStore';

/**
 * Writes sections. Each has its own revision, so people editing different sections don't collide.
 */
export function sectionOperations(
  ctx: SectionContext,
): Pick<PostmortemsService, 'putSection' | 'restoreSection'> {
  return {
    async putSection({ params, body, ifMatch }, { credentials }) {
      return ctx.knex.transaction(async tx => {
        const postmortem = await loadForChange(ctx, tx, params.id);
        const before = await ctx.sections.get(
          tx,
          postmortem.number,
          params.key,
        );
        const markdown = mergeSection(before, body, ifMatch);
        if (before.markdown === markdown) return before;
        const actorRef = actorOf(credentials);
        return save(ctx, tx, postmortem, before, {
          markdown,
          actorRef,
          authorship: await authorshipAfter(
            ctx,
            tx,
            postmortem.number,
            before,
            markdown,
            actorRef,
          ),
          entry: { action: 'section-changed' },
        });
      });
    },

    async restoreSection({ params, body, ifMatch }, { credentials }) {
      return ctx.knex.transaction(async tx => {
        const postmortem = await loadForChange(ctx, tx, params.id);
        const { number } = postmortem;
        const before = await ctx.sections.get(tx, number, params.key);
        assertRevision(before, ifMatch);
        const { entryId, version } = body;
        const edit = await ctx.history.sectionEdit(
          tx,
          number,
          params.key,
          entryId,
        );
        if (!edit) {
          throw new NotFoundError(
            `No edit ${entryId} in the history of this section`,
          );
        }
        const text = edit[version];
        const markdown = typeof text === 'string' ? text : '';
        if (before.markdown === markdown) return before;
        const actorRef = actorOf(credentials);
        return save(ctx, tx, postmortem, before, {
          markdown,
          actorRef,
          authorship: await authorshipOfRestored(
            ctx,
            tx,
            number,
            before,
            markdown,
            actorRef,
          ),
          entry: { action: 'section-restored', restoredFrom: edit.at },
        });
      });
    },
  };
}

/** Stores a new text, and records it in the history. */
async function save(
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
