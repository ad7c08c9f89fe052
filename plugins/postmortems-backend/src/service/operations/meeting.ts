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

import { NotFoundError } from '@backstage/errors';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { agendaOf, checkTimes } from '../../lifecycle';
import { meetingCalendar } from '../../meeting/meetingCalendar';
import { canonicalRefs, utc } from '../normalize';
import { numberOf } from '../ids';
import { toPostmortem } from '../present';
import { changeFacts, load } from '../saving';
import type { ServiceContext } from '../ServiceContext';
import { userField } from '../users';

/** The meeting about a postmortem: its plan, its agenda, and its entry for calendars. */
export function meetingOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'putMeeting' | 'getAgenda' | 'getMeetingCalendar'> {
  async function agenda(postmortem: Postmortem) {
    const { items } = await ctx.comments.list(
      ctx.knex,
      numberOf(postmortem.id),
      { resolved: 'false', limit: LIMITS.pageSize, totalItems: 'exclude' },
    );
    return agendaOf(postmortem, items);
  }

  async function read(id: string, options: PostmortemsServiceOptions) {
    return toPostmortem(ctx, ctx.knex, await load(ctx, id), options);
  }

  return {
    async putMeeting(request, options) {
      const { scheduledFor, heldAt, ...plan } = request.body;
      const attendeeRefs = canonicalRefs(plan.attendeeRefs);
      const named = attendeeRefs.map((ref, index) =>
        userField(`attendeeRefs[${index}]`, ref),
      );
      await ctx.linking.link([], named, options.credentials);
      return changeFacts(ctx, request, options, async (current, _tx, now) => {
        const isPlanned =
          scheduledFor !== undefined ||
          plan.url !== undefined ||
          attendeeRefs.length > 0;
        const facts = {
          meetingHeldAt: utc(heldAt),
          meeting: isPlanned
            ? {
                ...(scheduledFor && { scheduledFor: utc(scheduledFor) }),
                ...plan,
                attendeeRefs,
              }
            : undefined,
        };
        checkTimes({ ...current, ...facts }, now);
        return { facts };
      });
    },

    async getAgenda({ params }, options) {
      const postmortem = await read(params.id, options);
      return { postmortemId: postmortem.id, items: await agenda(postmortem) };
    },

    async getMeetingCalendar({ params }, options) {
      const postmortem = await read(params.id, options);
      const { meeting } = postmortem;
      if (!meeting?.scheduledFor) {
        throw new NotFoundError(
          `There is no meeting planned for ${postmortem.id}: scheduledFor is not set`,
        );
      }
      return meetingCalendar(
        { ...meeting, scheduledFor: meeting.scheduledFor },
        {
          postmortem,
          agenda: await agenda(postmortem),
          appUrl: ctx.appUrl,
          now: ctx.clock(),
        },
      );
    },
  };
}
