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

import { ConflictError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { PostmortemFacts } from '../../database/PostmortemRecord';
import { factState, takenFact } from '../../incidents/mergeFacts';
import { toIncident } from '../../incidents/present';
import { assertNotPublished, checkTimes } from '../../lifecycle';
import { actorOf } from '../actor';
import { assertRevision } from '../errors';
import { canonicalRefs } from '../normalize';
import { toPostmortem } from '../present';
import { record } from '../recording';
import { assertStillVisible, load, loadForChange, saveFacts } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** Incidents as they came in, and what their sources say of postmortems. */
export function incidentOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'listIncidents' | 'chooseSourceFact'> {
  return {
    async listIncidents({ query }) {
      const { limit, cursor, totalItems, ...filter } = query;
      const page = await ctx.incidentList.list(ctx.knex, {
        filter: {
          ...filter,
          standing: filter.standing ?? ['waiting'],
          entityRef: filter.entityRef && canonicalRefs(filter.entityRef),
          teamRef: filter.teamRef?.map(ref =>
            ref === 'none' ? ref : canonicalRefs([ref])[0],
          ),
        },
        visible: ctx.access.visible,
        limit,
        cursor,
        totalItems,
      });
      const records = await ctx.incidents.getMany(ctx.knex, page.items);
      return {
        ...page,
        // What exactly failed is for those who see to it.
        items: records.map(each => ({
          ...toIncident(ctx, each),
          ...(ctx.access.unbound === 'none' && { error: undefined }),
        })),
      };
    },

    async chooseSourceFact({ params, body, ifMatch }, options) {
      const { field } = params;
      // Teams are looked up before the transaction, as nothing else may wait for the catalog.
      const ownership =
        field === 'entityRefs' && body.choose === 'source'
          ? await ownershipOfTaken(ctx, params.id, options)
          : undefined;
      return ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, params.id);
        if (current.revision !== ifMatch) {
          assertRevision(
            await toPostmortem(ctx, tx, current, options),
            ifMatch,
          );
        }
        const incident = await ownIncident(ctx, tx, current.number);
        const three = incident && { ...incident, ours: current };
        const differs = three && factState(field, three) === 'differs';
        const now = ctx.clock();
        const by = {
          actorRef: actorOf(options.credentials),
          at: now.toISOString(),
        };
        if (body.choose === 'source') {
          if (!differs) {
            throw new ConflictError(
              `${field} does not differ from what a source says`,
            );
          }
          assertNotPublished(current);
          const taken = { [field]: takenFact(field, three) };
          const facts: PostmortemFacts = {
            ...current,
            ...taken,
            ...(ownership ?? {}),
          };
          checkTimes(facts, now);
          assertStillVisible(ctx, { ...current, ...facts });
          await saveFacts(ctx, tx, current, facts, by);
        } else if (differs) {
          await ctx.postmortems.touchFacts(tx, current.number, by.at);
          await record(ctx, tx, current.number, [
            {
              ...by,
              action: 'source-fact-kept',
              field,
              before: three.theirs[field],
              after: current[field],
            },
          ]);
        }
        if (differs) {
          await ctx.incidents.setBase(tx, three.rowId, {
            ...three.base,
            [field]: three.theirs[field],
          });
        }
        const after = await ctx.postmortems.get(tx, current.number);
        return toPostmortem(ctx, tx, after!, options);
      });
    },
  };
}

/** The incident that a postmortem was made for, with what is agreed on and what it says now. */
async function ownIncident(
  ctx: ServiceContext,
  tx: ServiceContext['knex'],
  postmortem: number,
) {
  const [own] = await ctx.incidents.ofPostmortem(tx, postmortem);
  return own?.base && own.theirs
    ? { rowId: own.rowId, base: own.base, theirs: own.theirs }
    : undefined;
}

async function ownershipOfTaken(
  ctx: ServiceContext,
  id: string,
  { credentials }: Parameters<PostmortemsService['chooseSourceFact']>[1],
) {
  const current = await load(ctx, id);
  const incident = await ownIncident(ctx, ctx.knex, current.number);
  if (!incident) return undefined;
  const taken = takenFact('entityRefs', { ...incident, ours: current });
  return ctx.linking.link(taken as string[], [], credentials);
}
