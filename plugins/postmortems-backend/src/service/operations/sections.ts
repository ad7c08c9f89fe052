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
import { assertNotPublished } from '../../lifecycle';
import { actorOf } from '../actor';
import { assertRevision } from '../errors';
import { recordEdit } from '../recording';
import { loadForChange, reindex } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** Writing the sections, each with a revision of its own so that writers do not collide. */
export function sectionOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'putSection'> {
  return {
    async putSection({ params, body, ifMatch }, { credentials }) {
      return ctx.knex.transaction(async tx => {
        const postmortem = await loadForChange(ctx, tx, params.id);
        const { number } = postmortem;
        const before = await ctx.sections.get(tx, number, params.key);
        assertRevision(before, ifMatch);
        if (before.markdown === body.markdown) return before;
        assertNotPublished(postmortem);

        const actorRef = actorOf(credentials);
        const at = ctx.clock().toISOString();
        const after = {
          key: params.key,
          markdown: body.markdown,
          revision: before.revision + 1,
          updatedAt: at,
          updatedBy: actorRef,
        };
        await ctx.sections.put(tx, number, after);
        await ctx.postmortems.touchContent(tx, number, at);
        await recordEdit(ctx, tx, number, {
          at,
          actorRef,
          action: 'section-changed',
          field: params.key,
          before: before.markdown,
          after: after.markdown,
        });
        if (params.key === 'summary') await reindex(ctx, tx, postmortem);
        return after;
      });
    },
  };
}
