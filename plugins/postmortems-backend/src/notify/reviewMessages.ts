import type { Knex } from 'knex';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { ChangeMeta } from '../postmortem/historyEntries';
import { tell } from './tell';
import type { MessageContext } from './tell';

/** Notifies reviewers once the postmortem is in review. */
export async function tellReviewers(
  ctx: MessageContext,
  tx: Knex,
  before: PostmortemRecord,
  after: PostmortemRecord,
  by: ChangeMeta,
): Promise<void> {
  if (after.status !== 'in-review') return;
  const told = before.status === 'in-review' ? before.reviewerRefs : [];
  await tell(ctx, tx, after, {
    about: 'review-requested',
    recipientRefs: after.reviewerRefs.filter(ref => !told.includes(ref)),
    details: { actorRef: by.actorRef },
  });
}

/** Notifies the owner that changes were requested. */
export async function tellOfRequestedChanges(
  ctx: MessageContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  by: Pick<ChangeMeta, 'actorRef' | 'reason'>,
): Promise<void> {
  const { ownerRef } = postmortem;
  await tell(ctx, tx, postmortem, {
    about: 'changes-requested',
    recipientRefs: ownerRef ? [ownerRef] : [],
    details: { actorRef: by.actorRef, reason: by.reason },
  });
}

/** Announces a publication to owning teams and watchers. */
export async function tellOfPublication(
  ctx: MessageContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  by: ChangeMeta,
): Promise<void> {
  const watchers = await ctx.watchers.list(tx, postmortem.number);
  await tell(ctx, tx, postmortem, {
    about: 'published',
    recipientRefs: [...postmortem.teamRefs, ...watchers],
    details: { actorRef: by.actorRef },
  });
}
