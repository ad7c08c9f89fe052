import type { QueryClient } from '@tanstack/react-query';
import type {
  ActionItem,
  Comment,
  ContributingFactor,
  EndpointName,
  ListedActionItem,
  Page,
  Postmortem,
  Section,
  TimelineEvent,
} from 'backstage-plugin-postmortems-common';
import { ROOT, postmortemQueries } from './queries';
import type { Input, Output } from './queries';

interface WithId {
  id: string;
}

/** Replaces an item in a list, or appends it. */
function withItem<T extends WithId>(items: T[], item: T): T[] {
  return items.some(({ id }) => id === item.id)
    ? items.map(each => (each.id === item.id ? item : each))
    : [...items, item];
}

function without<T extends WithId>(items: T[], id: string): T[] {
  return items.filter(each => each.id !== id);
}

/**
 * Changes a cached response, if there is one. Cancels a refetch in flight, because its response may
 * predate the change.
 */
export function patch<T>(
  client: QueryClient,
  queryKey: readonly unknown[],
  change: (cached: T) => T,
): void {
  if (client.getQueryData(queryKey) === undefined) return;
  client.cancelQueries({ queryKey, exact: true });
  client.setQueryData<T>(queryKey, cached => cached && change(cached));
}

function patchPostmortem(
  client: QueryClient,
  id: string,
  change: (cached: Postmortem) => Postmortem,
): void {
  patch(client, postmortemQueries.detail(id).queryKey, change);
}

function putPostmortem(client: QueryClient, postmortem: Postmortem): void {
  const { queryKey } = postmortemQueries.detail(postmortem.id);
  client.cancelQueries({ queryKey, exact: true });
  client.setQueryData(queryKey, postmortem);
}

/** Changes an action item wherever it is shown: in its postmortem and in lists. */
export function patchActionItem(
  client: QueryClient,
  id: string,
  change: <T extends ActionItem>(item: T) => T,
): void {
  const changed = <T extends ActionItem>(items: T[]) =>
    items.map(item => (item.id === id ? change(item) : item));
  patchPostmortem(client, id.split('/')[0], postmortem => ({
    ...postmortem,
    actionItems: changed(postmortem.actionItems),
  }));
  const lists = client.getQueriesData<Page<ListedActionItem>>({
    queryKey: [ROOT, 'listActionItems'],
  });
  for (const [queryKey, page] of lists) {
    if (page?.items.some(item => item.id === id)) {
      patch<Page<ListedActionItem>>(client, queryKey, cached => ({
        ...cached,
        items: changed(cached.items),
      }));
    }
  }
}

/** Finds an action item in the cache, in its postmortem or in a list. */
export function findActionItem(
  client: QueryClient,
  id: string,
): ActionItem | undefined {
  const lists = client.getQueriesData<Page<ActionItem>>({
    queryKey: [ROOT, 'listActionItems'],
  });
  const { queryKey } = postmortemQueries.detail(id.split('/')[0]);
  return [
    ...(client.getQueryData(queryKey)?.actionItems ?? []),
    ...lists.flatMap(([, page]) => page?.items ?? []),
  ].find(item => item.id === id);
}

/** The new item, with the postmortem summary from its list entry. */
function renewed<T extends ActionItem>(item: T, now: ActionItem): T {
  const { postmortem } = item as Partial<ListedActionItem>;
  return (postmortem ? { ...now, postmortem } : now) as T;
}

function putActionItem(client: QueryClient, now: ActionItem): void {
  patchPostmortem(client, now.id.split('/')[0], postmortem => ({
    ...postmortem,
    actionItems: withItem(postmortem.actionItems, now),
  }));
  patchActionItem(client, now.id, item => renewed(item, now));
}

/** Sorts events as in the timeline. */
function inOrder(events: TimelineEvent[]): TimelineEvent[] {
  return [...events].sort(
    (a, b) =>
      Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
      Number(a.id) - Number(b.id),
  );
}

function patchSection(client: QueryClient, id: string, section: Section): void {
  patchPostmortem(client, id, postmortem => ({
    ...postmortem,
    sections: postmortem.sections.map(each =>
      each.key === section.key ? section : each,
    ),
  }));
}

function patchEvents(
  client: QueryClient,
  id: string,
  change: (events: TimelineEvent[]) => TimelineEvent[],
): void {
  patchPostmortem(client, id, postmortem => ({
    ...postmortem,
    timeline: inOrder(change(postmortem.timeline)),
  }));
}

function patchFactors(
  client: QueryClient,
  id: string,
  change: (factors: ContributingFactor[]) => ContributingFactor[],
): void {
  patchPostmortem(client, id, postmortem => ({
    ...postmortem,
    contributingFactors: change(postmortem.contributingFactors),
  }));
}

function patchComments(
  client: QueryClient,
  id: string,
  change: (comments: Comment[]) => Comment[],
): void {
  patch(client, postmortemQueries.comments(id).queryKey, change);
}

type Cachers = {
  [N in EndpointName]?: (
    client: QueryClient,
    input: Input<N>,
    response: Output<N>,
  ) => void;
};

const cacheActionItem = (
  client: QueryClient,
  _: unknown,
  response: ActionItem,
): void => putActionItem(client, response);

const cacheComment = (
  client: QueryClient,
  { params }: { params: WithId },
  response: Comment,
): void =>
  patchComments(client, params.id, comments => withItem(comments, response));

/** Stores each response in the cached postmortem, list or collection that contains it. */
const parts: Cachers = {
  putSection: (client, { params }, response) =>
    patchSection(client, params.id, response),
  restoreSection: (client, { params }, response) =>
    patchSection(client, params.id, response),
  addTimelineEvent: (client, { params }, response) =>
    patchEvents(client, params.id, events => withItem(events, response)),
  updateTimelineEvent: (client, { params }, response) =>
    patchEvents(client, params.id, events => withItem(events, response)),
  removeTimelineEvent: (client, { params }) =>
    patchEvents(client, params.id, events => without(events, params.itemId)),
  addContributingFactor: (client, { params }, response) =>
    patchFactors(client, params.id, factors => withItem(factors, response)),
  updateContributingFactor: (client, { params }, response) =>
    patchFactors(client, params.id, factors => withItem(factors, response)),
  removeContributingFactor: (client, { params }) =>
    patchFactors(client, params.id, factors => without(factors, params.itemId)),
  addActionItem: cacheActionItem,
  updateActionItem: cacheActionItem,
  putTicket: cacheActionItem,
  removeTicket: cacheActionItem,
  syncTicket: cacheActionItem,
  removeActionItem: (client, { params }) =>
    patchPostmortem(client, params.id, postmortem => ({
      ...postmortem,
      actionItems: without(
        postmortem.actionItems,
        `${params.id}/${params.key}`,
      ),
    })),
  addComment: cacheComment,
  updateComment: cacheComment,
  resolveComment: cacheComment,
  reopenComment: cacheComment,
  removeComment: (client, { params }) =>
    patchComments(client, params.id, comments =>
      without(comments, params.itemId),
    ),
  putSnooze: (client, _, response) =>
    client.setQueryData(postmortemQueries.snoozes().queryKey, response),
};

/** Whether a response is a complete postmortem. */
export function isPostmortem(response: unknown): response is Postmortem {
  return (
    typeof response === 'object' &&
    response !== null &&
    'sections' in response &&
    'contributingFactors' in response
  );
}

/** Caches the response to a change in the queries that screens use. */
export function cacheResponse<N extends EndpointName>(
  client: QueryClient,
  name: N,
  input: Input<N>,
  response: unknown,
): void {
  if (isPostmortem(response)) putPostmortem(client, response);
  else parts[name]?.(client, input, response as Output<N>);
}
