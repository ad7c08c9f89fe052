import { InputError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { Found } from './RedactionStore';
import type { NewHistoryEntry } from '../postmortem/HistoryStore';
import { toJson } from '../kernel/db/json';
import { toDbTime } from '../kernel/db/time';
import { Redactor } from './Redactor';
import { actorOf } from '../kernel/actor';
import { idOf, numberOf } from '../kernel/ids';
import { recordWithoutEdit } from '../postmortem/recordHistory';
import { liveSuccessor, loadDeleted } from '../deletion/ports';
import { discardLiveDocuments } from '../live/ports';
import { loadForChange } from '../postmortem/change';
import { updateIndex } from '../search/ports';
import type { RedactionContext } from './context';

/** Redacts leaked secrets and personal data. */
export function redactingOperations(
  ctx: RedactionContext,
): Pick<PostmortemsService, 'redactPostmortem'> {
  return {
    async redactPostmortem({ params, body }, { credentials }) {
      const { text, reason } = body;
      const redactor = new Redactor(text);
      if (redactor.isIn(reason)) {
        throw new InputError(
          'reason must not contain the text to redact, because it is shown in the history',
        );
      }
      const number = numberOf(params.id);
      const redactedAt = ctx.clock().toISOString();
      return ctx.knex.transaction(async tx => {
        const live = await liveOf(ctx, tx, params.id);
        const deleted = await ctx.deleted.predecessors(tx, live ?? number);
        if (live !== number && !deleted.includes(number)) deleted.push(number);

        const found: Found = new Map();
        if (live !== undefined) {
          await redactLive(ctx, tx, live, { text, redactor, found });
        }
        for (const each of deleted) {
          await ctx.redactions.redactDeleted(tx, each, redactor, found);
        }
        const places = [...found].map(([place, occurrences]) => ({
          place,
          occurrences,
        }));
        if (places.length === 0) {
          throw new InputError(
            `text was not found in ${params.id}. Copy it exactly as shown`,
          );
        }
        const entry: NewHistoryEntry = {
          at: redactedAt,
          actorRef: actorOf(credentials),
          action: 'redacted',
          after: places,
          reason,
        };
        if (live !== undefined) {
          await ctx.postmortems.touchFacts(tx, live, redactedAt);
          await recordWithoutEdit(ctx, tx, live, [entry]);
        }
        if (live !== number) {
          await ctx.redactions.appendToDeleted(tx, number, {
            at: toDbTime(entry.at),
            actor_ref: entry.actorRef,
            action: entry.action,
            after: toJson(entry.after),
            reason,
          });
        }
        return { id: idOf(number), redactedAt, places };
      });
    },
  };
}

/**
 * Checks and locks the requested postmortem, and finds the live one for its incident: the
 * postmortem itself or, if it was deleted, its successor.
 */
async function liveOf(
  ctx: RedactionContext,
  tx: Knex,
  id: string,
): Promise<number | undefined> {
  const number = numberOf(id);
  if (await ctx.postmortems.get(tx, number)) {
    return (await loadForChange(ctx, tx, id)).number;
  }
  const deleted = await loadDeleted(ctx, tx, id);
  return (await liveSuccessor(ctx, tx, deleted))?.number;
}

async function redactLive(
  ctx: RedactionContext,
  tx: Knex,
  number: number,
  { text, redactor, found }: { text: string; redactor: Redactor; found: Found },
): Promise<void> {
  const incidents = await ctx.incidents.ofPostmortem(tx, number);
  const rowIds = incidents.map(({ rowId }) => rowId);
  await ctx.incidents.lock(tx, rowIds);
  await ctx.redactions.redactLive(tx, number, redactor, found);
  await discardLiveDocuments(tx, number);
  await ctx.redactions.redactIncidents(tx, rowIds, redactor, found);
  const sources = [...new Set(incidents.map(({ source }) => source))];
  if (sources.length > 0) {
    await ctx.redactions.redactDeliveries(tx, sources, text, redactor, found);
  }
  await updateIndex(tx, number);
}
