import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { userOf } from '../kernel/actor';
import { canonicalRef } from '../kernel/normalize';
import { changeFacts } from '../postmortem/change';
import { assertKnown } from '../postmortem/knownRefs';
import type { OwnershipContext } from './context';
import { assertInCatalog, userField } from '../team/ports';

/** Assigns an owner, who then acknowledges or hands over. */
export function ownershipOperations(
  ctx: OwnershipContext,
): Pick<PostmortemsService, 'putOwner' | 'acknowledgeOwner' | 'handOverOwner'> {
  return {
    async putOwner(request, options) {
      const { ownerRef: given } = request.body;
      const ownerRef = given === null ? undefined : canonicalRef(given);
      const { missing } = await ctx.linking.link(
        [],
        ownerRef ? [userField('ownerRef', ownerRef)] : [],
        options.credentials,
      );
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        await assertKnown(ctx, tx, current, missing);
        return {
          facts:
            ownerRef === current.ownerRef
              ? {}
              : {
                  ownerRef,
                  ownerAcknowledgedAt: undefined,
                  ownerPendingSince: now.toISOString(),
                  ownerSuggestion: undefined,
                },
        };
      });
    },

    async acknowledgeOwner(request, options) {
      const user = userOf(options.credentials, 'Acknowledging ownership');
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        assertOwner(current, user, 'acknowledge');
        // Record this even if an import already claimed that the owner acknowledged.
        await ctx.involvement.note(
          tx,
          current.number,
          { actorRef: user, at: now.toISOString() },
          'acknowledged',
        );
        return {
          facts: {
            ownerAcknowledgedAt:
              current.ownerAcknowledgedAt ?? now.toISOString(),
            ownerPendingSince: undefined,
          },
        };
      });
    },

    async handOverOwner(request, options) {
      const user = userOf(options.credentials, 'Handing over a postmortem');
      const { reason, suggestedRef } = request.body;
      const suggested = suggestedRef ? canonicalRef(suggestedRef) : undefined;
      if (suggested) {
        const { missing } = await ctx.linking.link(
          [],
          [userField('suggestedRef', suggested)],
          options.credentials,
        );
        assertInCatalog(missing);
      }
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        assertOwner(current, user, 'hand over');
        if (suggested === user) {
          throw new InputError(
            'suggestedRef must not be you. Suggest someone else',
          );
        }
        const before = await ctx.history.handedOverBy(tx, current.number);
        if (suggested && before.includes(suggested)) {
          throw new ConflictError(
            `suggestedRef must not be ${suggested}, who already handed this postmortem over. Suggest someone else`,
          );
        }
        const suggestedAt = now.toISOString();
        return {
          facts: {
            ownerRef: undefined,
            ownerAcknowledgedAt: undefined,
            ownerPendingSince: suggestedAt,
            ownerSuggestion: suggested
              ? { userRef: suggested, suggestedBy: user, reason, suggestedAt }
              : undefined,
          },
          reason,
          ownerGone: 'handed-over',
        };
      });
    },
  };
}

function assertOwner(
  { ownerRef }: PostmortemRecord,
  user: string,
  to: string,
): void {
  if (ownerRef !== user) {
    throw new NotAllowedError(
      ownerRef
        ? `Only the owner (${ownerRef}) can ${to}`
        : `Only the owner can ${to}, but nobody is assigned yet. Assign an owner first`,
    );
  }
}
