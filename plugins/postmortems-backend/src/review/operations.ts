import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { checkReviewedVersion } from './checkReviewedVersion';
import { actorOf, userOf } from '../kernel/actor';
import { assertIndependent } from '../postmortem/assertIndependent';
import { canonicalRef, canonicalRefs } from '../kernel/normalize';
import { assertKnown } from '../postmortem/knownRefs';
import { toPostmortem } from '../postmortem/present';
import { record } from '../postmortem/recordHistory';
import {
  groupsOfRequesters,
  lapseOfRemoved,
  listSetAside,
} from './requestedChanges';
import {
  changeFacts,
  load,
  loadForChange,
  saveFacts,
} from '../postmortem/change';
import type { ReviewContext } from './context';

/** Requests and submits reviews, and dismisses requests for changes. */
export function reviewOperations(
  ctx: ReviewContext,
): Pick<PostmortemsService, 'putReviewers' | 'addReview' | 'dismissReview'> {
  return {
    async putReviewers(request, options) {
      const reviewerRefs = canonicalRefs(request.body.reviewerRefs);
      const named = reviewerRefs.map((ref, index) =>
        reviewerField(`reviewerRefs[${index}]`, ref),
      );
      const { credentials } = options;
      const { missing } = await ctx.linking.link([], named, credentials);
      const groupsOf = await groupsOfRequesters(
        ctx,
        await load(ctx, request.params.id),
        reviewerRefs,
        credentials,
      );
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        await assertKnown(ctx, tx, current, missing);
        return {
          facts: { reviewerRefs },
          follow: saved =>
            lapseOfRemoved(ctx, tx, current, saved, {
              actorRef: actorOf(credentials),
              at: now.toISOString(),
              groupsOf,
            }),
        };
      });
    },

    async addReview({ params, body }, options) {
      const reviewerRef = userOf(options.credentials, 'Reviewing');
      return ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, params.id);
        checkReviewedVersion(current, body);

        const at = ctx.clock().toISOString();
        const { verdict, comment, contentRevision } = body;
        await ctx.reviews.put(tx, current.number, {
          reviewerRef,
          verdict,
          comment,
          contentRevision,
          reviewedAt: at,
        });
        await ctx.postmortems.touch(tx, current.number, at);
        await record(ctx, tx, current.number, [
          {
            at,
            actorRef: reviewerRef,
            action:
              verdict === 'approve'
                ? 'review-approved'
                : 'review-changes-requested',
            reason: comment,
          },
        ]);
        if (verdict === 'approve') {
          return toPostmortem(ctx, tx, current, options);
        }
        const by = { actorRef: reviewerRef, at };
        const draft = await saveFacts(
          ctx,
          tx,
          current,
          { status: 'draft' },
          by,
        );
        await ctx.notifier.changesRequested(tx, draft, {
          ...by,
          reason: comment,
        });
        return toPostmortem(ctx, tx, draft, options);
      });
    },

    async dismissReview({ params, body }, options) {
      const by = userOf(
        options.credentials,
        'Dismissing a request for changes',
      );
      const reviewerRef = canonicalRef(body.reviewerRef);
      return ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, params.id);
        await assertIndependent(ctx, tx, current, by, 'A dismissal');
        const { review } = await toPostmortem(ctx, tx, current, options);
        if (
          !review.reviews.some(
            each => each.blocks && each.reviewerRef === reviewerRef,
          )
        ) {
          throw new NotFoundError(
            `${reviewerRef} has no open request for changes`,
          );
        }
        const at = ctx.clock().toISOString();
        const { reason } = body;
        await ctx.reviews.dismiss(tx, current.number, reviewerRef, {
          by,
          at,
          reason,
        });
        await ctx.postmortems.touch(tx, current.number, at);
        await record(ctx, tx, current.number, [
          {
            at,
            actorRef: by,
            action: 'review-dismissed',
            after: reviewerRef,
            reason,
          },
        ]);
        const listed = await listSetAside(ctx, tx, current, reviewerRef, {
          actorRef: by,
          at,
          reason,
        });
        return toPostmortem(ctx, tx, listed, options);
      });
    },
  };
}

function reviewerField(field: string, ref: string) {
  if (!['user', 'group'].includes(parseEntityRef(ref).kind)) {
    throw new InputError(`${field} must be a User or Group entity, not ${ref}`);
  }
  return { field, ref };
}
