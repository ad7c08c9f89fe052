import type { Knex } from 'knex';
import type { DeletedPostmortemRecord } from './DeletedPostmortemRecord';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { takeSnapshot } from './snapshot';
import { lostAccess } from '../postmortem/eventRecipients';
import { judged } from '../postmortem/integrity/justification';
import { complianceStatus } from '../policy/complianceStatus';
import { announce } from '../postmortem/recordHistory';
import type { DeletionContext } from './context';
import type { DeletedBy } from './successor';

/** What replaces a deleted postmortem, and whether the deleted one was merged into it. */
export interface Heir {
  successor?: number;
  merged: boolean;
}

/**
 * Stores a snapshot of a postmortem before it leaves the live tables, so it can be restored until
 * the purge.
 */
export async function archive(
  ctx: DeletionContext,
  tx: Knex,
  current: PostmortemRecord,
  by: DeletedBy,
  { successor, merged }: Heir,
): Promise<DeletedPostmortemRecord> {
  const now = new Date(by.at);
  const record: DeletedPostmortemRecord = {
    number: current.number,
    title: current.title,
    governingSeverity: current.governingSeverity,
    visibility: current.visibility,
    startedAt: current.startedAt,
    resolvedAt: current.resolvedAt,
    publishedAt: current.publishedAt,
    dueAt: current.deadline?.dueAt,
    complianceStatus: complianceStatus(
      judged(current, ctx.policy.severities),
      now,
    ),
    deletedAt: by.at,
    deletedBy: by.actorRef,
    reason: by.reason,
    successor,
    merged,
    purgeAt: new Date(now.getTime() + ctx.deletedRetentionMs).toISOString(),
    refs: {
      owner: current.ownerRef ? [current.ownerRef] : [],
      commander: current.commanderRef ? [current.commanderRef] : [],
      contributor: current.contributors.map(({ userRef }) => userRef),
      reviewer: current.reviewerRefs,
      team: current.teamRefs,
      entity: current.entityRefs,
    },
  };
  await ctx.deleted.add(tx, record, await takeSnapshot(tx, current.number));
  return record;
}

/** Removes an archived postmortem from the live tables, and publishes the deletion. */
export async function removeArchived(
  ctx: DeletionContext,
  tx: Knex,
  current: PostmortemRecord,
  by: DeletedBy,
): Promise<void> {
  await announce(
    ctx,
    tx,
    current.number,
    [{ ...by, action: 'deleted', before: current.title }],
    lostAccess(current),
  );
  await ctx.postmortems.delete(tx, current.number);
}
