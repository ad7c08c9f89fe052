/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { checkReview } from '../../lifecycle';
import { userOf } from '../actor';
import { canonicalRefs } from '../normalize';
import { toPostmortem } from '../present';
import { record } from '../recording';
import { tellOfRequestedChanges } from '../reviewMessages';
import { changeFacts, loadForChange, saveFacts } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** Asking for reviews, and giving them. */
export function reviewOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'putReviewers' | 'addReview'> {
  return {
    async putReviewers(request, options) {
      const reviewerRefs = canonicalRefs(request.body.reviewerRefs);
      const named = reviewerRefs.map((ref, index) =>
        reviewerField(`reviewerRefs[${index}]`, ref),
      );
      await ctx.linking.link([], named, options.credentials);
      return changeFacts(ctx, request, options, async () => ({
        facts: { reviewerRefs },
      }));
    },

    async addReview({ params, body }, options) {
      const reviewerRef = userOf(
        options.credentials,
        'A review can only be given',
      );
      return ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, params.id);
        checkReview(current, body);

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
        await tellOfRequestedChanges(ctx, tx, draft, {
          ...by,
          reason: comment,
        });
        return toPostmortem(ctx, tx, draft, options);
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
