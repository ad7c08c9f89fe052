import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { planOf } from '../meeting/ports';
import type { ChangeMeta } from '../postmortem/historyEntries';
import { tell } from './tell';
import type { MessageContext } from './tell';

/** Notifies attendees and the owner that a meeting was scheduled, moved or cancelled. */
export async function tellOfMeeting(
  ctx: MessageContext,
  tx: Knex,
  before: PostmortemRecord,
  after: PostmortemRecord,
  { actorRef }: Pick<ChangeMeta, 'actorRef'>,
): Promise<void> {
  if (isDeepStrictEqual(before.meeting, after.meeting)) return;
  const was = planOf(before.meeting);
  const plan = planOf(after.meeting);
  const owner = after.ownerRef ? [after.ownerRef] : [];
  const invitedBefore = (was && before.meeting?.attendeeRefs) ?? [];
  const invited = (plan && after.meeting?.attendeeRefs) ?? [];
  const knew = was ? [...invitedBefore, before.ownerRef] : [];
  const expected = plan ? [...new Set([...invited, ...owner])] : [];
  const details = { actorRef, meeting: plan };
  await tell(ctx, tx, after, {
    about: 'meeting-planned',
    recipientRefs: expected.filter(ref => !knew.includes(ref)),
    details,
  });
  if (!isDeepStrictEqual(was, plan)) {
    await tell(ctx, tx, after, {
      about: 'meeting-changed',
      recipientRefs: expected.filter(ref => knew.includes(ref)),
      details,
    });
  }
  await tell(ctx, tx, after, {
    about: 'meeting-cancelled',
    recipientRefs: invitedBefore.filter(ref => !expected.includes(ref)),
    details: { actorRef, meeting: was, invited: true },
  });
  if (was && !plan) {
    await tell(ctx, tx, after, {
      about: 'meeting-cancelled',
      recipientRefs: owner,
      details: { actorRef, meeting: was },
    });
  }
}
