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

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { PostmortemRecord } from '../../database/PostmortemRecord';
import { userOf } from '../actor';
import { canonicalRef } from '../normalize';
import { changeFacts } from '../saving';
import type { ServiceContext } from '../ServiceContext';
import { userField } from '../users';

/** Naming the one owner, who then acknowledges or hands over. */
export function ownershipOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'putOwner' | 'acknowledgeOwner' | 'handOverOwner'> {
  return {
    async putOwner(request, options) {
      const { ownerRef: given } = request.body;
      const ownerRef = given === null ? undefined : canonicalRef(given);
      if (ownerRef) {
        await ctx.linking.link(
          [],
          [userField('ownerRef', ownerRef)],
          options.credentials,
        );
      }
      return changeFacts(ctx, request, options, async (current, _tx, now) => ({
        facts:
          ownerRef === current.ownerRef
            ? {}
            : {
                ownerRef,
                ownerAcknowledgedAt: undefined,
                ownerPendingSince: now.toISOString(),
                ownerSuggestion: undefined,
                ownerMissingSince: undefined,
              },
      }));
    },

    async acknowledgeOwner(request, options) {
      const user = userOf(
        options.credentials,
        'Ownership can only be acknowledged',
      );
      return changeFacts(ctx, request, options, async (current, _tx, now) => {
        assertOwner(current, user, 'acknowledge');
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
      const user = userOf(
        options.credentials,
        'A postmortem can only be handed over',
      );
      const { reason, suggestedRef } = request.body;
      const suggested = suggestedRef ? canonicalRef(suggestedRef) : undefined;
      if (suggested) {
        await ctx.linking.link(
          [],
          [userField('suggestedRef', suggested)],
          options.credentials,
        );
      }
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        assertOwner(current, user, 'hand over');
        if (suggested === user) {
          throw new InputError(
            'suggestedRef must be somebody else than the one who hands over',
          );
        }
        const before = await ctx.history.handedOverBy(tx, current.number);
        if (suggested && before.includes(suggested)) {
          throw new ConflictError(
            `suggestedRef must be somebody who has not handed it over already, and ${suggested} has`,
          );
        }
        const suggestedAt = now.toISOString();
        return {
          facts: {
            ownerRef: undefined,
            ownerAcknowledgedAt: undefined,
            ownerPendingSince: suggestedAt,
            ownerMissingSince: undefined,
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

/** @throws NotAllowedError */
function assertOwner(
  { ownerRef }: PostmortemRecord,
  user: string,
  to: string,
): void {
  if (ownerRef !== user) {
    throw new NotAllowedError(
      `Only the owner can ${to}, and that is ${ownerRef ?? 'nobody yet'}`,
    );
  }
}
