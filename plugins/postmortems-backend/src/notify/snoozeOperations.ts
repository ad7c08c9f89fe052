import { InputError } from '@backstage/errors';
import type { Snoozes } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { isAmong } from '../kernel/access/Access';
import { toResource } from '../postmortem/accessFields';
import { findActionItem } from '../actionItem/ports';
import { userOf } from '../kernel/actor';
import { idOf } from '../kernel/ids';
import { loadForChange } from '../postmortem/change';
import type { NotifyContext } from './context';

const ONLY_PEOPLE = 'Snoozing reminders';

/** Snoozes the caller's own reminders. */
export function snoozeOperations(
  ctx: NotifyContext,
): Pick<PostmortemsService, 'putSnooze' | 'listSnoozes'> {
  /** What a user has snoozed and can still see. */
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
