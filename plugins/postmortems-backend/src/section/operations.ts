import { NotFoundError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { actorOf } from '../kernel/actor';
import { assertRevision } from '../kernel/errors';
import {
  authorshipAfter,
  authorshipOfRestored,
} from '../postmortem/assertIndependent';
import { loadForChange } from '../postmortem/change';
import type { SectionContext } from './context';
import { mergeSection } from './mergeSection';
import { saveText } from './saveText';

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
        return saveText(ctx, tx, postmortem, before, {
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
        return saveText(ctx, tx, postmortem, before, {
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
