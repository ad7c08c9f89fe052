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

import { isError } from '@backstage/errors';
import type { TicketState } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { ActionItemRecord } from '../database/DatabaseActionItemStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { changeActionItem, settle } from '../service/actionItems';
import type { ServiceContext } from '../service/ServiceContext';
import { itemAfterTicket } from './inStep';

/**
 * Closes or reopens an action item as its ticket was, by the same rules as for people, in the
 * caller's transaction that holds the postmortem.
 *
 * @returns why it cannot be, if a rule is against it
 */
export async function followTicket(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  item: ActionItemRecord,
  state: TicketState,
): Promise<string | undefined> {
  const status = itemAfterTicket(item.status, state);
  if (!status) return undefined;

  const happened = `${state.key} was ${
    state.status === 'open'
      ? 'reopened'
      : `closed${state.declined ? ` as ${state.statusName ?? 'declined'}` : ''}`
  }`;
  try {
    const facts = settle(
      ctx,
      postmortem,
      item,
      {
        ...item,
        status,
        statusReason: status === 'declined' ? happened : undefined,
      },
      undefined,
    );
    await changeActionItem(ctx, tx, item, facts, {
      actorRef: `ticket:${item.ticket?.tracker}`,
      reason: happened,
    });
    return undefined;
  } catch (error) {
    if (
      isError(error) &&
      ['InputError', 'ConflictError'].includes(error.name)
    ) {
      return `${happened}, but the action item could not follow: ${error.message}`;
    }
    throw error;
  }
}
