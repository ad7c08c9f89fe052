import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { FULL_ACCESS } from '../kernel/access/Access';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../postmortem/PostmortemRecord';
import { idOf } from '../kernel/ids';
import { handIncidentsBack } from './incidentHandover';
import { archive, removeArchived } from '../deletion/ports';
import { saveFacts } from '../postmortem/change';
import type { DeletionContext } from '../deletion/ports';

/** Facts that a merge changes. */
export type MergedFacts = Pick<
  PostmortemFacts,
  | 'startedAt'
  | 'resolvedAt'
  | 'severityHistory'
  | 'entityRefs'
  | 'teamRefs'
  | 'attachedAt'
>;

/** Facts after a merge, and what was moved to which postmortem. */
export interface MergeResult extends MergedFacts {
  into: number;
  /** Row ids of the moved incidents. */
  incidents: number[];
}

/** A retirement: who retires a postmortem, why, and what replaces it. */
export interface Retirement {
  by: { actorRef: string; at: string };
  reason: string;
  /** Number of the postmortem that replaces it. */
  into: number;
}

/**
 * Removes a postmortem that was merged into another. The other one takes over the record of who was
 * involved, and the exceptions. Move the incidents before calling this.
 */
export async function retirePostmortem(
  ctx: DeletionContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  { by, reason, into }: Retirement,
): Promise<void> {
  const { number } = postmortem;
  // Not `record`, which would mark an untouched draft as edited.
  await ctx.history.append(tx, number, [
    { ...by, reason, action: 'merged-into', after: idOf(into) },
  ]);
  const deletedBy = { ...by, reason };
  await archive(ctx, tx, postmortem, deletedBy, {
    successor: into,
    merged: true,
  });
  await ctx.involvement.carryOver(tx, number, into);
  await ctx.exceptions.handOver(tx, number, into);
  await removeArchived(ctx, tx, postmortem, deletedBy);
}

/**
 * Undoes a merge after the retired postmortem was restored: moves its incidents back, and reverts
 * the successor's facts unless they changed since the merge.
 *
 * @param restored - the restored postmortem
 */
export async function undoMerge(
  ctx: DeletionContext,
  tx: Knex,
  restored: PostmortemRecord,
  by: { actorRef: string; at: string; reason?: string },
): Promise<void> {
  const id = idOf(restored.number);
  const merge = await ctx.exceptions.latestMerge(tx, id);
  if (!merge) return;
  const before = merge.before as MergedFacts;
  const after = merge.after as MergeResult;
  const into = await ctx.postmortems.get(tx, merge.postmortem, { lock: true });
  await handIncidentsBack(ctx, tx, after.incidents, {
    from: merge.postmortem,
    to: restored,
    now: new Date(by.at),
  });
  if (!into) return;
  // If the successor was merged again, it is unclear which facts came from this merge, so they
  // stay.
  const isSame = after.into === merge.postmortem;
  await saveFacts(
    // The caller may lack access to the other postmortem.
    { ...ctx, access: FULL_ACCESS },
    tx,
    into,
    isSame ? withoutMerge(into, before, after) : {},
    {
      ...by,
      attached: { action: 'merge-undone', before: id },
      because: { by: 'exception', kind: 'restored', subjectId: id },
    },
  );
}

/** Reverts the facts that a merge changed, except those edited since. */
export function withoutMerge(
  now: MergedFacts,
  before: MergedFacts,
  after: MergedFacts,
): Partial<MergedFacts> {
  const unchanged = (Object.keys(before) as (keyof MergedFacts)[]).filter(
    field => isDeepStrictEqual(now[field], after[field]),
  );
  return Object.fromEntries(
    unchanged.map(field => [field, before[field]]),
  ) as Partial<MergedFacts>;
}
