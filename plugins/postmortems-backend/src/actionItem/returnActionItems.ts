import { isClosed } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { changeActionItem } from './changeActionItem';
import { PLUGIN_ACTOR } from '../kernel/actor';
import type { ActionItemContext } from './context';

/**
 * When people have left, returns their open action items to the responsible teams and notifies
 * these teams.
 *
 * @param postmortem - locked by the caller's transaction
 * @param left - people missing from the catalog
 */
export async function returnActionItems(
  ctx: ActionItemContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  left: ReadonlySet<string>,
): Promise<void> {
  const items = await ctx.actionItems.list(tx, postmortem.number);
  const returned = items.filter(
    ({ ownerRef, status }) =>
      ownerRef !== undefined && left.has(ownerRef) && !isClosed(status),
  );
  const teams = await ctx.actionItems.teamsOf(
    tx,
    returned.map(({ rowId }) => rowId),
  );
  for (const item of returned) {
    const reason = `The owner ${item.ownerRef} is no longer in the catalog.`;
    const { revision } = await changeActionItem(
      ctx,
      tx,
      item,
      { ...item, ownerRef: undefined },
      { actorRef: PLUGIN_ACTOR, reason },
    );
    await ctx.notifier.actionItemReturned(tx, postmortem, {
      number: item.number,
      revision,
      teamRefs: teams.get(item.rowId) ?? [],
      reason,
    });
  }
}
