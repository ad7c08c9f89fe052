import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DeletedPostmortemRecord } from './DeletedPostmortemRecord';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../postmortem/PostmortemRecord';
import { insertSnapshot } from './snapshot';
import type { PostmortemSnapshot, Row } from './snapshot';
import { toDbTime } from '../kernel/db/time';
import { lostAccess } from '../postmortem/eventRecipients';
import { judged } from '../postmortem/integrity/justification';
import { complianceStatus } from '../policy/complianceStatus';
import { idOf } from '../kernel/ids';
import { announce, recordWithoutEdit } from '../postmortem/recordHistory';
import { evaluateUnderPolicy } from '../postmortem/integrity/evaluateUnderPolicy';
import { saveFacts } from '../postmortem/change';
import { updateIndex } from '../search/ports';
import type { DeletionContext } from './context';

/** Author, time and reason of a restore. */
interface RestoredBy {
  actorRef: string;
  at: string;
  reason?: string;
}

/**
 * Restores a deleted postmortem. Removes the draft that replaced it, and moves back the incidents,
 * exceptions, higher severity or restriction that the draft has received since.
 *
 * @throws ConflictError if the content was purged or the replacement was edited
 */
export async function restore(
  ctx: DeletionContext,
  tx: Knex,
  deleted: DeletedPostmortemRecord,
  by: RestoredBy,
): Promise<PostmortemRecord> {
  const { number } = deleted;
  const id = idOf(number);
  const snapshot = await ctx.deleted.snapshot(tx, number);
  if (!snapshot) {
    throw new ConflictError(
      `${id} cannot be restored: its content was purged on ${deleted.purgedAt}`,
    );
  }
  if (deleted.merged) return restoreMerged(ctx, tx, number, snapshot, by);
  const successor = await liveSuccessor(ctx, tx, deleted);
  if (successor?.edited) {
    const other = idOf(successor.number);
    throw new ConflictError(
      `${other} replaced ${id} and is no longer empty. Delete ${other} first to restore ${id}`,
    );
  }
  // The successor has taken over the import key. Each importer can use a key only once, so clear it
  // before restoring.
  if (successor?.importKey) {
    await ctx.postmortems.clearImportKey(tx, successor.number);
  }
  let record = await putBack(
    ctx,
    tx,
    number,
    await asRestored(ctx, tx, snapshot, successor?.importKey, by.at),
  );
  await recordWithoutEdit(ctx, tx, number, [
    {
      ...by,
      action: 'restored',
      ...(successor && { before: idOf(successor.number) }),
    },
  ]);
  if (successor) {
    record = await takeBack(ctx, tx, { record, successor, snapshot, by });
  }
  await ctx.deleted.remove(tx, number);
  return record;
}

/** Reinserts all rows of a postmortem, and rebuilds derived rows. */
async function putBack(
  ctx: DeletionContext,
  tx: Knex,
  number: number,
  snapshot: PostmortemSnapshot,
): Promise<PostmortemRecord> {
  await insertSnapshot(tx, snapshot);
  const record = (await ctx.postmortems.get(tx, number, { lock: true }))!;
  // Fill columns that didn't exist yet when the snapshot was taken.
  await ctx.postmortems.update(tx, record);
  await ctx.teams.ensure(tx, record.teamRefs);
  await updateIndex(tx, number);
  return record;
}

/**
 * Restores a postmortem that was merged into another. The other one stays, even if it was edited
 * since, and gives back the incidents, exceptions and facts that came from the merge.
 */
async function restoreMerged(
  ctx: DeletionContext,
  tx: Knex,
  number: number,
  snapshot: PostmortemSnapshot,
  by: RestoredBy,
): Promise<PostmortemRecord> {
  const { compliance_exceptions: exceptions, ...tables } = snapshot.tables;
  const record = await putBack(
    ctx,
    tx,
    number,
    await asRestored(ctx, tx, { ...snapshot, tables }, undefined, by.at),
  );
  await recordWithoutEdit(ctx, tx, number, [{ ...by, action: 'restored' }]);
  await ctx.exceptions.handBack(
    tx,
    exceptions.map(({ id }) => id as number),
    number,
  );
  await ctx.deleted.remove(tx, number);
  await ctx.undoMerge(ctx, tx, record, by);
  const restored = (await ctx.postmortems.get(tx, number))!;
  const incidents = await ctx.incidents.ofPostmortem(tx, number);
  const isPrivate = incidents.some(each => each.visibility === 'restricted');
  return isPrivate
    ? saveFacts(ctx, tx, restored, { visibility: 'restricted' }, by)
    : restored;
}

/**
 * The live postmortem that replaced a deleted one, directly or through others that were also
 * deleted.
 */
export async function liveSuccessor(
  ctx: DeletionContext,
  tx: Knex,
  deleted: DeletedPostmortemRecord,
): Promise<PostmortemRecord | undefined> {
  let next = deleted.successor;
  while (next !== undefined) {
    const live = await ctx.postmortems.get(tx, next, { lock: true });
    if (live) return live;
    next = (await ctx.deleted.get(tx, next))?.successor;
  }
  return undefined;
}

/** The rows of a snapshot, adapted for reinsertion. */
async function asRestored(
  ctx: DeletionContext,
  tx: Knex,
  snapshot: PostmortemSnapshot,
  freedImportKey: string | undefined,
  at: string,
): Promise<PostmortemSnapshot> {
  const [row] = snapshot.tables.postmortems;
  const importKey = freedImportKey ?? (row.import_key as string | null);
  // Import keys are unique per importer.
  const known =
    importKey && !freedImportKey
      ? (await ctx.postmortems.findByImportKey(tx, importKey)).find(
          ({ createdBy }) => createdBy === row.created_by,
        )
      : undefined;
  if (known) {
    throw new ConflictError(
      `${idOf(row.id as number)} was imported again as ${idOf(
        known.number,
      )}. Delete ${idOf(known.number)} first`,
    );
  }
  return {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      postmortems: [
        {
          ...row,
          import_key: importKey,
          revision: (row.revision as number) + 1,
          related_revision:
            row.related_revision === null
              ? null
              : (row.related_revision as number) + 1,
          updated_at: toDbTime(at),
        },
      ],
      // Digests leave out deleted postmortems, so lines about this postmortem wait for the next
      // digest.
      postmortem_messages: snapshot.tables.postmortem_messages.map(
        (message: Row) =>
          message.state === 'in-digest'
            ? { ...message, state: 'waiting', digest_id: null }
            : message,
      ),
    },
  };
}

/** Moves everything back from the successor, and then removes the successor. */
async function takeBack(
  ctx: DeletionContext,
  tx: Knex,
  {
    record,
    successor,
    snapshot,
    by,
  }: {
    record: PostmortemRecord;
    successor: PostmortemRecord;
    snapshot: PostmortemSnapshot;
    by: RestoredBy;
  },
): Promise<PostmortemRecord> {
  const { number } = record;
  const { severities } = ctx.policy;
  const now = new Date(by.at);
  const incidents = (
    await ctx.incidents.ofPostmortem(tx, successor.number)
  ).map(({ rowId }) => rowId);
  await ctx.incidents.lock(tx, incidents);
  await ctx.incidents.moveTo(tx, successor.number, number, now);
  for (const incident of snapshot.incidents) {
    if (incidents.includes(incident.id)) {
      await ctx.incidents.putBack(tx, incident.id, incident);
    }
  }
  await ctx.exceptions.handOver(tx, successor.number, number);
  await ctx.deleted.replaceSuccessor(tx, successor.number, number);
  await announce(
    ctx,
    tx,
    successor.number,
    [{ ...by, action: 'deleted', before: successor.title }],
    lostAccess(successor),
  );
  await ctx.postmortems.delete(tx, successor.number);

  const known = new Set(snapshot.incidents.map(incident => incident.id));
  const changed: Partial<PostmortemFacts> = {
    severityHistory: severities.keepPeak(
      successor.severityHistory,
      record.severityHistory,
    ),
    ...(successor.visibility === 'restricted' && { visibility: 'restricted' }),
  };
  const current = (await ctx.postmortems.get(tx, number))!;
  if (incidents.some(rowId => !known.has(rowId))) {
    // Earlier publications don't cover an incident that was added later.
    current.attachedAt = by.at;
    current.completedAt = evaluateUnderPolicy(current, ctx.policy).completedAt;
    await ctx.postmortems.update(tx, current);
  }
  const saved = await saveFacts(ctx, tx, current, changed, {
    actorRef: by.actorRef,
    at: by.at,
    reason: by.reason,
    because: { by: 'source' },
  });
  await ctx.exceptions.add(tx, number, {
    ...by,
    kind: 'restored',
    statusBefore: complianceStatus(judged(successor, severities), now),
    statusAfter: complianceStatus(judged(saved, severities), now),
    dueBefore: successor.deadline?.dueAt,
    dueAfter: saved.deadline?.dueAt,
    subjectId: idOf(successor.number),
  });
  return (await ctx.postmortems.get(tx, number))!;
}
