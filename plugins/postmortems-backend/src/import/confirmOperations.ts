import { ConflictError, NotAllowedError } from '@backstage/errors';
import { openImportClaims } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { isAmong } from '../kernel/access/Access';
import { toResource } from '../postmortem/accessFields';
import { confirmedFacts } from '../postmortem/integrity/importClaims';
import { actorOf } from '../kernel/actor';
import { assertRevision, isRefusal } from '../kernel/errors';
import { assertIndependentOfImport } from './provenance';
import { toSummary } from '../postmortem/present';
import { loadForChange, saveFacts } from '../postmortem/change';
import type { ImportContext } from './context';

/** Confirms claims of imports. Requires that the caller is independent. */
export function importConfirmationOperations(
  ctx: ImportContext,
): Pick<PostmortemsService, 'confirmImports'> {
  async function confirm(
    { id, revision }: { id: string; revision?: number },
    reason: string | undefined,
    { credentials }: PostmortemsServiceOptions,
  ) {
    return ctx.knex.transaction(async tx => {
      const current = await loadForChange(ctx, tx, id);
      if (revision !== undefined) {
        assertRevision(toSummary(current, ctx.policy, ctx.clock()), revision);
      }
      const { imported } = current;
      const open = openImportClaims(current);
      if (!imported || open.length === 0) {
        throw new ConflictError(
          imported?.confirmedBy
            ? `${id} was already confirmed by ${imported.confirmedBy}`
            : `${id} has no imported claims to confirm`,
        );
      }
      const by = {
        actorRef: actorOf(credentials),
        at: ctx.clock().toISOString(),
      };
      await assertIndependentOfImport(ctx, tx, current, by.actorRef);
      const exception = open.find(
        each => each === 'waiver' || each === 'extension',
      );
      if (exception && !isAmong(ctx.access.override, toResource(current))) {
        throw new NotAllowedError(
          `${id} claims ${
            exception === 'waiver' ? 'a waiver' : 'an extension'
          }, so you need the postmortem.waive permission to confirm it`,
        );
      }
      if (open.includes('publication')) {
        await ctx.involvement.advance(tx, current.number);
      }
      const confirmed = await saveFacts(
        ctx,
        tx,
        current,
        confirmedFacts(current, imported, by),
        {
          ...by,
          reason,
          because: { by: 'exception', kind: 'import-confirmed' },
        },
      );
      if (open.includes('acknowledgement') && current.ownerRef) {
        await ctx.involvement.note(
          tx,
          current.number,
          { actorRef: current.ownerRef, at: by.at },
          'acknowledged',
        );
      }
      return toSummary(confirmed, ctx.policy, ctx.clock());
    });
  }

  return {
    async confirmImports({ body }, options) {
      const results = [];
      for (const item of body.items) {
        const { id } = item;
        try {
          const postmortem = await confirm(item, body.reason, options);
          results.push({ id, postmortem });
        } catch (error) {
          if (!isRefusal(error)) throw error;
          const { name, message } = error;
          results.push({ id, error: { name, message } });
        }
      }
      return { results };
    },
  };
}
