import { isDeepStrictEqual } from 'node:util';
import type { Waiver } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { ChangeMeta } from '../postmortem/historyEntries';
import { tell } from './tell';
import type { MessageContext } from './tell';

/** Notifies the owner and owning teams that a waiver or extension changed. */
export async function tellOfExceptions(
  ctx: MessageContext,
  tx: Knex,
  before: PostmortemRecord,
  after: PostmortemRecord,
  by: Pick<ChangeMeta, 'actorRef' | 'reason'>,
): Promise<void> {
  for (const exception of ['waiver', 'extension'] as const) {
    const was = before[exception];
    const is = after[exception];
    if (isDeepStrictEqual(was, is)) continue;
    await tell(ctx, tx, after, {
      about: is ? `${exception}-granted` : `${exception}-withdrawn`,
      recipientRefs: answerable(after),
      details: {
        actorRef: by.actorRef,
        reason: is ? is.reason : by.reason,
        grantedAt: is?.grantedAt,
        changed: was !== undefined && is !== undefined,
      },
    });
  }
}

/** Notifies the owner and owning teams that a waiver expired, so the deadline applies again. */
export async function tellOfExpiredWaiver(
  ctx: MessageContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  { grantedAt, expiresAt }: Waiver,
): Promise<void> {
  await tell(ctx, tx, postmortem, {
    about: 'waiver-expired',
    recipientRefs: answerable(postmortem),
    details: { grantedAt },
    key: expiresAt,
  });
}

function answerable({ ownerRef, teamRefs }: PostmortemRecord): string[] {
  return [...(ownerRef ? [ownerRef] : []), ...teamRefs];
}
