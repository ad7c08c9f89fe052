import { InputError } from '@backstage/errors';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { isAmong } from '../kernel/access/Access';
import { actorOf } from '../kernel/actor';
import { yieldToEventLoop } from '../kernel/yieldToEventLoop';
import { factorKey } from '../postmortem/factorKey';
import { recordWithoutEdit } from '../postmortem/recordHistory';
import { toResource } from '../postmortem/accessFields';
import type { FactorContext } from './context';

/** Postmortems to find at once. Each is changed in its own transaction. */
const BATCH = 100;

/** Operations on contributing factors across postmortems. */
export function factorOperations(
  ctx: FactorContext,
): Pick<
  PostmortemsService,
  'findContributingFactors' | 'mergeContributingFactors'
> {
  return {
    async findContributingFactors({ query }) {
      return {
        items: await ctx.knownFactors.find(
          ctx.knex,
          query.text,
          ctx.access.visible,
        ),
      };
    },

    async mergeContributingFactors({ body }, options) {
      const key = factorKey(body.from);
      if (key === '' || factorKey(body.into) === '') {
        throw new InputError(
          '`from` and `into` must each contain at least one letter, digit or symbol',
        );
      }
      let changed = 0;
      let after = 0;
      for (;;) {
        const numbers = await ctx.knownFactors.listOtherwiseTitled(
          ctx.knex,
          key,
          body.into,
          { after, limit: BATCH, visible: ctx.access.visible },
        );
        for (const number of numbers) {
          if (await rename(ctx, number, key, body.into, options)) changed += 1;
          await yieldToEventLoop();
        }
        if (numbers.length < BATCH) return { changed };
        after = numbers[numbers.length - 1];
      }
    },
  };
}

/**
 * Renames factors with this key in a postmortem that the caller can see, even if it is published:
 * the content stays the same, so approvals, publication and compliance do too.
 *
 * @returns whether it changed
 */
async function rename(
  ctx: FactorContext,
  number: number,
  key: string,
  title: string,
  options: PostmortemsServiceOptions,
): Promise<boolean> {
  return ctx.knex.transaction(async tx => {
    const postmortem = await ctx.postmortems.get(tx, number, { lock: true });
    // Meanwhile, it may have been deleted or hidden.
    if (!postmortem || !isAmong(ctx.access.visible, toResource(postmortem))) {
      return false;
    }
    const factors = await ctx.factors.list(tx, number);
    const renamed = factors.filter(
      factor => factorKey(factor.title) === key && factor.title !== title,
    );
    if (renamed.length === 0) return false;

    const at = ctx.clock().toISOString();
    const entries = renamed.map(before => ({
      at,
      actorRef: actorOf(options.credentials),
      action: 'contributing-factor-merged' as const,
      field: before.id,
      before,
      after: { ...before, title, revision: before.revision + 1 },
    }));
    for (const { after } of entries) await ctx.factors.update(tx, after);
    await ctx.postmortems.touch(tx, number, at);
    await recordWithoutEdit(ctx, tx, number, entries);
    return true;
  });
}
