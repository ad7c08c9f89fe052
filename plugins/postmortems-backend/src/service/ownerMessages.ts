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

import type { Knex } from 'knex';
import type {
  MessageAbout,
  NewMessage,
} from '../database/DatabaseMessageStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import type { ChangeMeta } from './changes';
import { idOf } from './ids';
import type { ServiceContext } from './ServiceContext';

/**
 * Tells people that the owner changed, in the transaction of the change: whoever is the owner now,
 * or where nobody is, those who can name one.
 *
 * @param change - who takes the owner away is not told what they know
 */
export async function tellOfOwner(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  change: Pick<ChangeMeta, 'actorRef' | 'reason' | 'ownerGone'>,
): Promise<void> {
  const { number, revision, ownerRef, commanderRef, teamRefs } = postmortem;
  const { actorRef, reason } = change;
  const message = (about: MessageAbout, recipientRef: string): NewMessage => ({
    reason: `${idOf(number)}:${about}:${revision}`,
    recipientRef,
    kind: 'direct',
    about,
    postmortem: number,
    details: { actorRef, reason },
    sendAt: ctx.clock(),
    createdAt: ctx.clock(),
  });
  const messages: NewMessage[] = [];
  if (ownerRef) {
    if (ownerRef !== actorRef)
      messages.push(message('owner-assigned', ownerRef));
  } else if (change.ownerGone) {
    const about = `owner-${change.ownerGone}` as const;
    const toCommander = commanderRef && commanderRef !== actorRef;
    messages.push(
      ...(toCommander ? [commanderRef] : teamRefs).map(ref =>
        message(about, ref),
      ),
    );
  }
  await ctx.messages.add(tx, messages);
}
