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

import { NotAllowedError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { userOf } from '../actor';
import { canonicalRef } from '../normalize';
import { changeFacts } from '../saving';
import type { ServiceContext } from '../ServiceContext';
import { userField } from '../users';

/** Naming the one owner, who then acknowledges. */
export function ownershipOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'putOwner' | 'acknowledgeOwner'> {
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
      return changeFacts(ctx, request, options, async current => ({
        facts: {
          ownerRef,
          ownerAcknowledgedAt:
            ownerRef === current.ownerRef
              ? current.ownerAcknowledgedAt
              : undefined,
        },
      }));
    },

    async acknowledgeOwner(request, options) {
      const user = userOf(
        options.credentials,
        'Ownership can only be acknowledged',
      );
      return changeFacts(ctx, request, options, async (current, _tx, now) => {
        if (current.ownerRef !== user) {
          throw new NotAllowedError(
            `Only the owner can acknowledge, and that is ${
              current.ownerRef ?? 'nobody yet'
            }`,
          );
        }
        return {
          facts: {
            ownerAcknowledgedAt:
              current.ownerAcknowledgedAt ?? now.toISOString(),
          },
        };
      });
    },
  };
}
