import { NotFoundError } from '@backstage/errors';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { agendaOf } from './agenda';
import { checkTimes } from '../postmortem/checkTimes';
import { meetingCalendar } from './meetingCalendar';
import { canonicalRefs, utc } from '../kernel/normalize';
import { numberOf } from '../kernel/ids';
import { assertKnown } from '../postmortem/knownRefs';
import { toPostmortem } from '../postmortem/present';
import { changeFacts, load } from '../postmortem/change';
import { heldAsPlanned } from '../postmortem/integrity/correctionWindow';
import type { MeetingContext } from './context';
import { userField } from '../team/ports';

/** Operations on the review meeting: schedule, agenda and calendar entry. */
export function meetingOperations(
  ctx: MeetingContext,
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
      const { scheduledFor, heldAt, reason, ...plan } = request.body;
      const attendeeRefs = canonicalRefs(plan.attendeeRefs);
      const named = attendeeRefs.map((ref, index) =>
        userField(`attendeeRefs[${index}]`, ref),
      );
      const { missing } = await ctx.linking.link(
        [],
        named,
        options.credentials,
      );
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        await assertKnown(ctx, tx, current, missing);
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
        return { facts, reason, because: heldAsPlanned(current, facts, now) };
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
          `${postmortem.id} has no scheduled meeting. Set scheduledFor first`,
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
