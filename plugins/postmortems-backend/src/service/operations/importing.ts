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

import { ConflictError, InputError } from '@backstage/errors';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { isAmong } from '../../access/Access';
import { toResource } from '../../access/toResource';
import type { PostmortemFacts } from '../../database/PostmortemRecord';
import { checkTimes } from '../../lifecycle';
import { insertActionItem, settle } from '../actionItems';
import { actorOf } from '../actor';
import { idOf } from '../ids';
import { canonicalRef, utc } from '../normalize';
import type { ServiceContext } from '../ServiceContext';
import { reindex } from '../saving';
import { factsToCreate, insertPostmortem } from './facts';

/** Stands for the reason of a late due date that was agreed elsewhere, before the import. */
const IMPORTED = 'Imported';

/** Bringing in postmortems with their past. */
export function importOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'importPostmortem'> {
  return {
    async importPostmortem({ body }, { credentials }) {
      const known = await ctx.postmortems.findByImportKey(
        ctx.knex,
        body.importKey,
      );
      if (known) {
        if (isAmong(ctx.access.visible, toResource(known))) {
          return { id: idOf(known.number), created: false };
        }
        throw new ConflictError('importKey cannot be used; choose another');
      }

      if ((body.status === 'published') !== (body.publishedAt !== undefined)) {
        throw new InputError(
          'publishedAt must be given where status is published, and only there',
        );
      }
      const now = ctx.clock();
      const grantedAt = now.toISOString();
      const facts: PostmortemFacts = {
        ...(await factsToCreate(ctx, body, credentials)),
        status: body.status,
        publishedAt: utc(body.publishedAt),
        publications: body.publishedAt
          ? [{ at: utc(body.publishedAt), contentRevision: 1 }]
          : [],
        meetingHeldAt: utc(body.meetingHeldAt),
        ownerAcknowledgedAt: utc(body.ownerAcknowledgedAt),
        noActionItemsReason: body.noActionItemsReason,
        waiver: body.waiver && {
          ...body.waiver,
          approverRef: canonicalRef(body.waiver.approverRef),
          ...(body.waiver.expiresAt && {
            expiresAt: utc(body.waiver.expiresAt),
          }),
          grantedAt,
        },
        extension: body.extension && {
          ...body.extension,
          approverRef: canonicalRef(body.extension.approverRef),
          dueAt: utc(body.extension.dueAt),
          grantedAt,
        },
      };
      checkTimes(facts, now);

      const actorRef = actorOf(credentials);
      return ctx.knex.transaction(async tx => {
        const record = await insertPostmortem(ctx, tx, facts, {
          actorRef,
          action: 'imported',
          importKey: body.importKey,
        });
        const { number } = record;
        for (const [key, markdown] of Object.entries(body.sections)) {
          if (!markdown) continue;
          await ctx.sections.put(tx, number, {
            key: key as SectionKey,
            markdown,
            revision: 1,
            updatedAt: grantedAt,
            updatedBy: actorRef,
          });
        }
        for (const event of body.timeline) {
          await ctx.timeline.insert(tx, number, {
            ...event,
            occurredAt: utc(event.occurredAt),
            revision: 1,
          });
        }
        for (const factor of body.contributingFactors) {
          await ctx.factors.insert(tx, number, { ...factor, revision: 1 });
        }
        for (const { dueReason, ...item } of body.actionItems) {
          const settled = settle(
            ctx,
            record,
            undefined,
            {
              ...item,
              ownerRef: item.ownerRef && canonicalRef(item.ownerRef),
              dueAt: utc(item.dueAt),
              closedAt: utc(item.closedAt),
            },
            dueReason ?? IMPORTED,
          );
          await insertActionItem(ctx, tx, record, settled);
        }
        await reindex(ctx, tx, record);
        return { id: idOf(number), created: true };
      });
    },
  };
}
