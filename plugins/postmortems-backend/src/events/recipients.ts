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

import type { SignalPayload } from '@backstage/plugin-signals-node';
import type { PostmortemEvent } from 'backstage-plugin-postmortems-common';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { idOf, numberOf } from '../service/ids';

type Recipients = SignalPayload['recipients'];

/**
 * Who is told of changes, by the id of the postmortem. Of a restricted one only those whom it
 * concerns are, since even its number is nobody else's business; of one that was deleted nobody,
 * since it is not known any more whom it concerned. That it becomes restricted everyone is told,
 * so that it leaves the screens on which it was.
 *
 * @param load - gives the postmortems with these numbers that there are
 */
export async function recipientsOf(
  events: PostmortemEvent[],
  load: (numbers: number[]) => Promise<PostmortemRecord[]>,
): Promise<Map<string, Recipients>> {
  const recipients = new Map<string, Recipients>();
  const restricted = new Set<number>();
  for (const { postmortemId, visibility, field } of events) {
    if (visibility === 'internal' || field === 'visibility') {
      recipients.set(postmortemId, { type: 'broadcast' });
    } else {
      restricted.add(numberOf(postmortemId));
    }
  }
  for (const record of await load([...restricted])) {
    const id = idOf(record.number);
    if (recipients.has(id)) continue;
    recipients.set(id, { type: 'user', entityRef: concernedBy(record) });
  }
  return recipients;
}

/** Users and groups; a group stands for its members. */
function concernedBy(record: PostmortemRecord): string[] {
  const people = [
    record.ownerRef,
    record.commanderRef,
    ...record.contributors.map(({ userRef }) => userRef),
    ...record.reviewerRefs,
  ].filter(ref => ref !== undefined);
  return [...new Set([...people, ...record.teamRefs])];
}
