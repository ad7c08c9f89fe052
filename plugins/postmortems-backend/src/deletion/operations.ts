import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { DeletedPostmortem } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { isAmong } from '../kernel/access/Access';
import { toResource } from '../postmortem/accessFields';
import { toDeletedResource } from './accessFields';
import type { DeletedPostmortemRecord } from './DeletedPostmortemRecord';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { IncidentIntake } from '../incident/ports';
import { judged } from '../postmortem/integrity/justification';
import { complianceStatus } from '../policy/complianceStatus';
import { actorOf } from '../kernel/actor';
import { archive, removeArchived } from './archive';
import { idOf, numberOf } from '../kernel/ids';
import { toPostmortem } from '../postmortem/present';
import { assertUnchanged, loadForChange } from '../postmortem/change';
import type { DeletionContext } from './context';
import { insertSuccessor } from './successor';
import type { DeletedBy } from './successor';
import { restore } from './restore';

/**
 * Deletes and restores postmortems. If the deleted postmortem was required, an empty draft replaces
 * it, with the same or an earlier deadline.
 */
export function deletingOperations(
  ctx: DeletionContext,
  intake: Pick<IncidentIntake, 'nudge'>,
): Pick<
  PostmortemsService,
  'deletePostmortem' | 'listDeletedPostmortems' | 'restorePostmortem'
> {
  return {
    async deletePostmortem({ params, body, ifMatch }, options) {
      const deleted = await ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, params.id);
        await assertUnchanged(ctx, tx, current, ifMatch, options);
        return deletePostmortem(ctx, tx, current, {
          actorRef: actorOf(options.credentials),
          at: ctx.clock().toISOString(),
          reason: body.reason,
        });
      });
      intake.nudge();
      return toDeleted(deleted);
    },

    async listDeletedPostmortems({ query }) {
      const { visible, permitted } = ctx.access;
      const page = await ctx.deleted.list(ctx.knex, {
        ...query,
        visible,
        permitted,
      });
      return { ...page, items: page.items.map(toDeleted) };
    },

    async restorePostmortem({ params, body }, options) {
      const restored = await ctx.knex.transaction(async tx => {
        await assertNotLive(ctx, tx, params.id);
        const deleted = await loadDeleted(ctx, tx, params.id);
        const record = await restore(ctx, tx, deleted, {
          actorRef: actorOf(options.credentials),
          at: ctx.clock().toISOString(),
          reason: body.reason,
        });
        return toPostmortem(ctx, tx, record, options);
      });
      intake.nudge();
      return restored;
    },
  };
}

/**
 * Loads and locks a deleted postmortem. Access depends on its attributes when it was deleted.
 *
 * @throws NotFoundError if it doesn't exist or the caller can't see it
 * @throws NotAllowedError if the caller lacks the permission
 */
export async function loadDeleted(
  { access, deleted: store }: DeletionContext,
  tx: Knex,
  id: string,
): Promise<DeletedPostmortemRecord> {
  const deleted = await store.get(tx, numberOf(id), { lock: true });
  if (!deleted || !isAmong(access.visible, toDeletedResource(deleted))) {
    throw new NotFoundError(`Postmortem ${id} not found`);
  }
  if (!isAmong(access.permitted, toDeletedResource(deleted))) {
    throw new NotAllowedError(
      `You need the ${access.permission} permission for ${id}`,
    );
  }
  return deleted;
}

/** @throws ConflictError if the postmortem isn't deleted and the caller can see it */
async function assertNotLive(
  { access, postmortems }: DeletionContext,
  tx: Knex,
  id: string,
): Promise<void> {
  const live = await postmortems.get(tx, numberOf(id));
  if (live && isAmong(access.visible, toResource(live))) {
    throw new ConflictError(`${id} is not deleted`);
  }
}

/**
 * Removes a postmortem from the live tables. If a postmortem is still required, creates a draft as
 * its successor.
 */
async function deletePostmortem(
  ctx: DeletionContext,
  tx: Knex,
  current: PostmortemRecord,
  by: DeletedBy,
): Promise<DeletedPostmortemRecord> {
  const { number } = current;
  const incidents = (await ctx.incidents.ofPostmortem(tx, number)).map(
    ({ rowId }) => rowId,
  );
  await ctx.incidents.lock(tx, incidents);
  // If the postmortem is no longer required only because its severity was corrected, create a
  // successor so that the correction stays visible.
  const isExcused = current.severityHistory.some(
    change => change.declaredByMistake,
  );
  const successor =
    current.required || isExcused || incidents.length > 0
      ? await insertSuccessor(ctx, tx, current, by)
      : undefined;
  const record = await archive(ctx, tx, current, by, {
    successor: successor?.number,
    merged: false,
  });
  const now = new Date(by.at);
  if (successor) {
    await ctx.incidents.moveTo(tx, number, successor.number, now);
    // So that the next sync adds the incident's timeline events to the successor.
    for (const rowId of incidents) await ctx.incidents.forgetLines(tx, rowId);
    await ctx.exceptions.add(tx, successor.number, {
      ...by,
      kind: 'deleted',
      statusBefore: record.complianceStatus,
      statusAfter: complianceStatus(
        judged(successor, ctx.policy.severities),
        now,
      ),
      dueBefore: record.dueAt,
      dueAfter: successor.deadline?.dueAt,
      subjectId: idOf(number),
    });
  }
  await removeArchived(ctx, tx, current, by);
  return record;
}

/** Converts a deleted postmortem for API responses. */
function toDeleted({
  number,
  successor,
  refs,
  ...record
}: DeletedPostmortemRecord): DeletedPostmortem {
  return {
    id: idOf(number),
    ...record,
    teamRefs: refs.team,
    entityRefs: refs.entity,
    successorId: successor === undefined ? undefined : idOf(successor),
  };
}
