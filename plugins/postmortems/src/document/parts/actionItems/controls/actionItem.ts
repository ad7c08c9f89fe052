import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  ListedActionItem,
  Postmortem,
} from 'backstage-plugin-postmortems-common';

/** The due dates that the policy suggests, by action item priority. */
export type DueDates = Postmortem['actionItemDueDates'];

/** The parts of an id such as `PM-42/A3`, as API parameters. */
export function addressOf(item: Pick<ActionItem, 'id'>): {
  id: string;
  key: string;
} {
  const [id, key] = item.id.split('/');
  return { id, key };
}

/** Whether the item's postmortem is restricted. Known only if the item comes from a list. */
export function isRestricted(item: ActionItem): boolean {
  const { postmortem } = item as Partial<ListedActionItem>;
  return postmortem?.visibility === 'restricted';
}

/** The owning teams of the item's postmortem. Known only if the item comes from a list. */
export function teamsOf(item: ActionItem): string[] | undefined {
  return (item as Partial<ListedActionItem>).postmortem?.teamRefs;
}

/** The time zone of the item's due date. Known only if the item comes from a list. */
export function zoneOf(item: ActionItem): string | undefined {
  return (item as Partial<ListedActionItem>).postmortem?.timeZone;
}

/**
 * Whether an item is overdue. Computed here, because a due date can pass while the page stays open.
 */
export function isOverdue(
  item: Pick<ActionItem, 'status' | 'dueAt'>,
  now: number,
): boolean {
  return (
    isUnderWay(item.status) &&
    item.dueAt !== undefined &&
    Date.parse(item.dueAt) < now
  );
}

/** Whether a due date is later than the policy suggests. False if it suggests none. */
export function isLaterThan(
  dueAt: string | undefined,
  proposedDueAt: string | undefined,
): boolean {
  return (
    dueAt !== undefined &&
    proposedDueAt !== undefined &&
    Date.parse(dueAt) > Date.parse(proposedDueAt)
  );
}
