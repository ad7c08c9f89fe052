import type { QueryClient } from '@tanstack/react-query';
import type {
  ActionItem,
  EndpointName,
  Postmortem,
  Snoozes,
  UpdateActionItem,
} from 'backstage-plugin-postmortems-common';
import { findActionItem, patch, patchActionItem } from './cachedResponses';
import { postmortemQueries } from './queries';
import type { Input } from './queries';

/** Undoes an optimistic change. */
export type Rollback = () => void;

/** Changes shown before the server responds, because they are rarely rejected and easy to undo. */
type Optimistic = {
  [N in EndpointName]?: (client: QueryClient, input: Input<N>) => Rollback;
};

const ACTION_ITEM_FIELDS = ['status', 'ownerRef', 'dueAt'] as const;

/**
 * The changes to an action item that are shown before the server responds. Null removes a value.
 */
function shownAtOnce(body: UpdateActionItem = {}): Partial<ActionItem> {
  return Object.fromEntries(
    ACTION_ITEM_FIELDS.filter(field => body[field] !== undefined).map(field => [
      field,
      body[field] ?? undefined,
    ]),
  );
}

function updateActionItem(
  client: QueryClient,
  { params, body }: Input<'updateActionItem'>,
): Rollback {
  const id = `${params.id}/${params.key}`;
  const before = findActionItem(client, id);
  const change = shownAtOnce(body);
  const undo = Object.fromEntries(
    Object.keys(change).map(field => [
      field,
      before?.[field as keyof ActionItem],
    ]),
  );
  patchActionItem(client, id, item => ({ ...item, ...change }));
  const undoMove =
    body?.position === undefined
      ? undefined
      : moveActionItem(client, id, body.position);
  return () => {
    patchActionItem(client, id, item => ({ ...item, ...undo }));
    undoMove?.();
  };
}

/** Moves an action item within its postmortem. Positions count from 0. */
function moveActionItem(
  client: QueryClient,
  id: string,
  place: number,
): Rollback {
  const { queryKey } = postmortemQueries.detail(id.split('/')[0]);
  const from = client
    .getQueryData(queryKey)
    ?.actionItems.findIndex(item => item.id === id);
  const moveTo = (to: number) =>
    patch<Postmortem>(client, queryKey, postmortem => {
      const { actionItems } = postmortem;
      const moved = actionItems.filter(item => item.id === id);
      const others = actionItems.filter(item => item.id !== id);
      return {
        ...postmortem,
        actionItems: [...others.slice(0, to), ...moved, ...others.slice(to)],
      };
    });
  moveTo(place);
  return () => {
    if (from !== undefined && from >= 0) moveTo(from);
  };
}

function setWatching(
  client: QueryClient,
  id: string,
  watching: boolean,
): Rollback {
  const { queryKey } = postmortemQueries.detail(id);
  const set = (value: boolean) =>
    patch<Postmortem>(client, queryKey, postmortem => ({
      ...postmortem,
      watching: value,
    }));
  set(watching);
  return () => set(!watching);
}

function putSnooze(
  client: QueryClient,
  { params, body }: Input<'putSnooze'>,
): Rollback {
  const { queryKey } = postmortemQueries.snoozes();
  const before = client.getQueryData(queryKey);
  const { actionItem, until } = body;
  patch<Snoozes>(client, queryKey, ({ items }) => ({
    items: [
      ...items.filter(
        each =>
          each.postmortemId !== params.id || each.actionItem !== actionItem,
      ),
      ...(until ? [{ postmortemId: params.id, actionItem, until }] : []),
    ],
  }));
  return () => patch<Snoozes>(client, queryKey, () => before!);
}

export const optimistic: Optimistic = {
  updateActionItem,
  putSnooze,
  watch: (client, { params }) => setWatching(client, params.id, true),
  unwatch: (client, { params }) => setWatching(client, params.id, false),
};
