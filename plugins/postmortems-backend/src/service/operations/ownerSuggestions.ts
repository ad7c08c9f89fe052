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

import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { suggestOwners } from '../../lifecycle';
import { canonicalRef, canonicalRefs } from '../normalize';
import { load } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** Who might be the owner, from what is known of an incident. */
export function ownerSuggestionOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'suggestOwners'> {
  return {
    async suggestOwners({ body }, { credentials }) {
      const postmortem = body.postmortemId
        ? await load(ctx, body.postmortemId)
        : undefined;
      const [primary] = canonicalRefs(body.entityRefs);
      const items = suggestOwners({
        suggestedRef: postmortem?.ownerSuggestion?.userRef,
        commanderRef: body.commanderRef && canonicalRef(body.commanderRef),
        contributors: body.contributors.map(({ userRef, role }) => ({
          userRef: canonicalRef(userRef),
          role,
        })),
        ownedBefore: await ctx.postmortems.ownersOf(ctx.knex, primary),
        handedOverBy: postmortem
          ? await ctx.history.handedOverBy(ctx.knex, postmortem.number)
          : [],
      });
      const known = await ctx.linking.find(
        items.map(({ userRef }) => userRef),
        credentials,
      );
      return { items: items.filter(({ userRef }) => known.has(userRef)) };
    },
  };
}
