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

import { InputError } from '@backstage/errors';
import type { Snoozes } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { isAmong } from '../../access/Access';
import { toResource } from '../../access/toResource';
import { findActionItem } from '../actionItems';
import { userOf } from '../actor';
import { idOf } from '../ids';
import { loadForChange } from '../saving';
import type { ServiceContext } from '../ServiceContext';

const ONLY_PEOPLE = 'Reminders can only be snoozed';

/** Silencing one's own reminders for a while. */
export function snoozeOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'putSnooze' | 'listSnoozes'> {
  /** What somebody snoozed, as far as they still see it. */
  async function snoozesOf(user: string): Promise<Snoozes> {
    const snoozes = await ctx.messages.snoozesOf(ctx.knex, user, ctx.clock());
    const postmortems = await ctx.postmortems.getMany(ctx.knex, [
      ...new Set(snoozes.flatMap(({ postmortem }) => postmortem ?? [])),
    ]);
    const visible = new Set(
      postmortems
        .filter(record => isAmong(ctx.access.visible, toResource(record)))
        .map(({ number }) => number),
    );
    return {
      items: snoozes.flatMap(({ postmortem, actionItem, sendAt }) =>
        postmortem !== undefined && visible.has(postmortem)
          ? {
              postmortemId: idOf(postmortem),
              ...(actionItem && { actionItem: `A${actionItem}` }),
              until: sendAt.toISOString(),
            }
          : [],
      ),
    };
  }

  return {
    async putSnooze({ params, body }, { credentials }) {
      const user = userOf(credentials, ONLY_PEOPLE);
      const now = ctx.clock();
      const until = body.until === null ? now : new Date(body.until);
      if (body.until !== null && until <= now) {
        throw new InputError('until must be in the future');
      }
      await ctx.knex.transaction(async tx => {
        const { number } = await loadForChange(ctx, tx, params.id);
        const item = body.actionItem
          ? await findActionItem(ctx, tx, params.id, body.actionItem)
          : undefined;
        await ctx.messages.snooze(
          tx,
          {
            recipientRef: user,
            postmortem: number,
            actionItem: item?.number,
            subject: item ? `${params.id}/A${item.number}` : params.id,
          },
          { until, now },
        );
      });
      return snoozesOf(user);
    },

    listSnoozes: (_request, { credentials }) =>
      snoozesOf(userOf(credentials, ONLY_PEOPLE)),
  };
}
