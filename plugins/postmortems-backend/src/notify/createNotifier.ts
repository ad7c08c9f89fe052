import type { Notifier } from '../postmortem/ports';
import { tellOfExceptions, tellOfExpiredWaiver } from './exceptionMessages';
import { tellOfMeeting } from './meetingMessages';
import { tellOfOwner } from './ownerMessages';
import {
  tellOfPublication,
  tellOfRequestedChanges,
  tellReviewers,
} from './reviewMessages';
import { tell } from './tell';
import type { MessageContext } from './tell';

/** Stores messages about a change, in the change's transaction. */
export function createNotifier(ctx: MessageContext): Notifier {
  return {
    created: (tx, postmortem, by) => tellOfOwner(ctx, tx, postmortem, by),

    async factsChanged(tx, before, after, meta) {
      if (before.ownerRef !== after.ownerRef) {
        await tellOfOwner(ctx, tx, after, meta);
      }
      await tellReviewers(ctx, tx, before, after, meta);
      await tellOfMeeting(ctx, tx, before, after, meta);
      await tellOfExceptions(ctx, tx, before, after, meta);
      if (meta.announce) await tellOfPublication(ctx, tx, after, meta);
    },

    changesRequested: (tx, postmortem, by) =>
      tellOfRequestedChanges(ctx, tx, postmortem, by),

    waiverExpired: (tx, postmortem, waiver) =>
      tellOfExpiredWaiver(ctx, tx, postmortem, waiver),

    actionItemReturned: (tx, postmortem, item) =>
      tell(ctx, tx, postmortem, {
        about: 'action-item-returned',
        recipientRefs: item.teamRefs,
        details: { reason: item.reason },
        actionItem: item.number,
        key: String(item.revision),
      }),
  };
}
