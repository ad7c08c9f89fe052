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
import {
  meetsCriteria,
  postmortemRules,
} from 'backstage-plugin-postmortems-node';
import { toResource } from '../access/toResource';
import type { MessageAbout } from '../database/DatabaseMessageStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import type { ChangeMeta } from './changes';
import { idOf } from './ids';
import type { ServiceContext } from './ServiceContext';

/** Something about the review of a postmortem that people are told, in its transaction. */
interface Telling {
  about: MessageAbout &
    ('review-requested' | 'changes-requested' | 'published');
  recipientRefs: string[];
  by: Pick<ChangeMeta, 'actorRef' | 'reason'>;
}

async function tell(
  ctx: ServiceContext,
  tx: Knex,
  { number, revision }: PostmortemRecord,
  { about, recipientRefs, by }: Telling,
): Promise<void> {
  const { actorRef, reason } = by;
  await ctx.messages.add(
    tx,
    recipientRefs
      .filter(recipientRef => recipientRef !== actorRef)
      .map(recipientRef => ({
        reason: `${idOf(number)}:${about}:${revision}`,
        recipientRef,
        kind: 'direct' as const,
        about,
        postmortem: number,
        details: { actorRef, reason },
        sendAt: ctx.clock(),
        createdAt: ctx.clock(),
      })),
  );
}

/** Tells those who are asked for a review, once the postmortem is there to be reviewed. */
export async function tellReviewers(
  ctx: ServiceContext,
  tx: Knex,
  before: PostmortemRecord,
  after: PostmortemRecord,
  by: ChangeMeta,
): Promise<void> {
  if (after.status !== 'in-review') return;
  const told = before.status === 'in-review' ? before.reviewerRefs : [];
  await tell(ctx, tx, after, {
    about: 'review-requested',
    recipientRefs: after.reviewerRefs.filter(ref => !told.includes(ref)),
    by: { actorRef: by.actorRef },
  });
}

/** Tells the owner that a reviewer wants changes, and which. */
export async function tellOfRequestedChanges(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  by: Pick<ChangeMeta, 'actorRef' | 'reason'>,
): Promise<void> {
  const { ownerRef } = postmortem;
  await tell(ctx, tx, postmortem, {
    about: 'changes-requested',
    recipientRefs: ownerRef ? [ownerRef] : [],
    by,
  });
}

/**
 * Announces a publication to the owning teams and to all who watch. Of a restricted postmortem
 * only those watchers are told whom it names: it may not concern the others any more.
 */
export async function tellOfPublication(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  by: ChangeMeta,
): Promise<void> {
  const { number, teamRefs, visibility } = postmortem;
  const watchers = await ctx.watchers.list(tx, number);
  await tell(ctx, tx, postmortem, {
    about: 'published',
    recipientRefs: [
      ...teamRefs,
      ...watchers.filter(
        user => visibility === 'internal' || names(postmortem, user),
      ),
    ],
    by: { actorRef: by.actorRef },
  });
}

function names(postmortem: PostmortemRecord, user: string): boolean {
  const { isOwner, isContributor, isReviewer } = postmortemRules;
  const claims = [user];
  return meetsCriteria(toResource(postmortem), {
    anyOf: [
      isOwner.toQuery({ claims }),
      isContributor.toQuery({ claims }),
      isReviewer.toQuery({ claims }),
    ],
  });
}
