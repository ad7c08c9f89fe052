import type {
  ActionItem,
  ContributingFactor,
  Postmortem,
  TimelineEvent,
} from 'backstage-plugin-postmortems-common';

function replaced<T extends { id: string }>(items: T[], item: T): T[] {
  return items.some(({ id }) => id === item.id)
    ? items.map(each => (each.id === item.id ? item : each))
    : [...items, item];
}

/** Adds or replaces a timeline event, in order of time. */
export function withEvent(
  postmortem: Postmortem,
  event: TimelineEvent,
): Postmortem {
  return {
    ...postmortem,
    timeline: replaced(postmortem.timeline, event).sort(
      (a, b) =>
        Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
        Number(a.id) - Number(b.id),
    ),
  };
}

/** Adds or replaces a contributing factor. */
export function withFactor(
  postmortem: Postmortem,
  factor: ContributingFactor,
): Postmortem {
  return {
    ...postmortem,
    contributingFactors: replaced(postmortem.contributingFactors, factor),
  };
}

/** Adds or replaces an action item. */
export function withActionItem(
  postmortem: Postmortem,
  item: ActionItem,
): Postmortem {
  return { ...postmortem, actionItems: replaced(postmortem.actionItems, item) };
}

export function withoutActionItem(
  postmortem: Postmortem,
  id: string,
): Postmortem {
  return {
    ...postmortem,
    actionItems: postmortem.actionItems.filter(item => item.id !== id),
  };
}

/** Moves an action item to an index. */
export function withActionItemAt(
  postmortem: Postmortem,
  item: ActionItem,
  place: number,
): Postmortem {
  const others = postmortem.actionItems.filter(each => each.id !== item.id);
  return {
    ...postmortem,
    actionItems: [...others.slice(0, place), item, ...others.slice(place)],
  };
}
