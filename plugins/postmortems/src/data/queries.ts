import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { QueryFunctionContext } from '@tanstack/react-query';
import {
  LIMITS,
  actionItemUpdatePermission,
  postmortemUpdatePermission,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItemSummaryQuery,
  Comment,
  ComplianceQuery,
  EndpointName,
  InsightsQuery,
  FindSimilarQuery,
  ListActionItemsQuery,
  ListComplianceExceptionsQuery,
  ListDeletedPostmortemsQuery,
  ListDeliveriesQuery,
  ListIncidentsQuery,
  ListPostmortemsQuery,
  PostmortemFilter,
  PostmortemsApi,
  PreviewDeadline,
  PreviewMerge,
  SuggestOwners,
} from 'backstage-plugin-postmortems-common';
import { pause } from './pause';

/** First part of every query key for the postmortems backend: `[ROOT, operation, input]`. */
export const ROOT = 'postmortems';

/** The input of an operation. */
export type Input<N extends EndpointName> = Parameters<PostmortemsApi[N]>[0];

/** The response of an operation. */
export type Output<N extends EndpointName> = Awaited<
  ReturnType<PostmortemsApi[N]>
>;

const HISTORY_PAGE_SIZE = 10;
const MOST_HITS = 20;
const TYPING_PAUSE = 250;
const FACTS_PAUSE = 400;
const MOST_DEADLINE_MOVES = 20;

/** The API that a query client belongs to, for query functions. */
function apiOf({ meta }: Pick<QueryFunctionContext, 'meta'>): PostmortemsApi {
  return meta!.api as PostmortemsApi;
}

/** Calls an operation. The query key is the operation with its input. */
function query<N extends EndpointName>(
  name: N,
  input: Input<N>,
  options: { staleTime?: 'static' } = {},
) {
  return queryOptions<Output<N>>({
    ...options,
    queryKey: [ROOT, name, input],
    queryFn: context => {
      const call = apiOf(context)[name] as (
        ...args: unknown[]
      ) => Promise<Output<N>>;
      return call(input, { signal: context.signal });
    },
  });
}

async function readComments(
  api: PostmortemsApi,
  id: string,
  signal: AbortSignal,
): Promise<Comment[]> {
  const comments: Comment[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listComments(
      {
        params: { id },
        query: { limit: LIMITS.pageSize, cursor, totalItems: 'exclude' },
      },
      { signal },
    );
    comments.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return comments;
}

export const postmortemQueries = {
  list: (input: ListPostmortemsQuery) =>
    query('listPostmortems', { query: input }),
  /** Untouched drafts, earliest due date first. */
  unstarted: (scope: PostmortemFilter, limit: number) =>
    query('listPostmortems', {
      query: {
        ...scope,
        edited: 'false',
        orderField: 'dueAt,asc',
        limit,
        permissions: [postmortemUpdatePermission.name],
      },
    }),
  /** Normalizes the id, because ids are case-insensitive but query keys aren't. */
  detail: (id: string) =>
    query('getPostmortem', { params: { id: id.toLocaleUpperCase('en-US') } }),
  deleted: (input: ListDeletedPostmortemsQuery) =>
    query('listDeletedPostmortems', { query: input }),
  /** Postmortems that match an id or title. Without a term, the latest ones. */
  search: (term: string) =>
    queryOptions({
      queryKey: [ROOT, 'searchPostmortems', term],
      queryFn: async context => {
        if (term) await pause(TYPING_PAUSE, context.signal);
        const { items } = await apiOf(context).listPostmortems(
          {
            query: {
              ...(term && { q: term }),
              limit: MOST_HITS,
              totalItems: 'exclude',
            },
          },
          { signal: context.signal },
        );
        return items;
      },
    }),
  /**
   * The latest published postmortem in the first of these ranges that has any, or null. Loaded once,
   * because old incidents rarely change.
   */
  latestPublished: (
    ranges: Pick<PostmortemFilter, 'startedAfter' | 'startedBefore'>[],
  ) =>
    queryOptions({
      queryKey: [ROOT, 'latestPublished', ranges],
      staleTime: 'static',
      queryFn: async context => {
        for (const range of ranges) {
          const { items } = await apiOf(context).listPostmortems(
            {
              query: {
                ...range,
                status: ['published'],
                limit: 1,
                totalItems: 'exclude',
              },
            },
            { signal: context.signal },
          );
          if (items.length > 0) return items[0];
        }
        return null;
      },
    }),
  presence: (id: string) => query('listPresence', { params: { id } }),
  agenda: (id: string) => query('getAgenda', { params: { id } }),
  snoozes: () => query('listSnoozes', {}),
  /** The latest comments that mention a user and that the user has not answered. */
  mentions: (userRef: string, limit: number) =>
    query('listMentions', { query: { userRef, limit } }),
  ownerSuggestions: (known: SuggestOwners) =>
    query('suggestOwners', { body: known }),
  /** Loaded once, because finding them is slow and they rarely change. */
  similarTo: (id: string) =>
    query(
      'findSimilarPostmortems',
      { query: { postmortemId: id } },
      { staleTime: 'static' },
    ),
  /** Postmortems similar to the facts entered so far, debounced. */
  similarWhileTyping: (facts: FindSimilarQuery | undefined) =>
    queryOptions({
      queryKey: [ROOT, 'findSimilarPostmortems', { query: facts }],
      queryFn: async context => {
        await pause(FACTS_PAUSE, context.signal);
        return apiOf(context).findSimilarPostmortems(
          { query: facts! },
          { signal: context.signal },
        );
      },
    }),
  mergePreview: (id: string, body: PreviewMerge) =>
    query('previewMerge', { params: { id }, body }),

  /** All comments, oldest first. */
  comments: (id: string) =>
    queryOptions({
      queryKey: [ROOT, 'listComments', { params: { id } }],
      queryFn: context => readComments(apiOf(context), id, context.signal),
    }),

  deadlineMoves: (id: string) =>
    query('listHistory', {
      params: { id },
      query: {
        action: ['deadline-changed'],
        limit: MOST_DEADLINE_MOVES,
        totalItems: 'exclude',
      },
    }),

  /** The history, newest first, page by page. */
  history: (id: string) =>
    infiniteQueryOptions({
      queryKey: [ROOT, 'listHistory', { params: { id } }],
      queryFn: context =>
        apiOf(context).listHistory(
          {
            params: { id },
            query: {
              limit: HISTORY_PAGE_SIZE,
              cursor: context.pageParam,
              totalItems: 'exclude',
            },
          },
          { signal: context.signal },
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.pageInfo.nextCursor,
    }),
};

export const actionItemQueries = {
  /** Reports permissions, so that a row is editable if the user may change its action item. */
  list: (input: ListActionItemsQuery) =>
    query('listActionItems', {
      query: { ...input, permissions: [actionItemUpdatePermission.name] },
    }),
  summary: (input: ActionItemSummaryQuery) =>
    query('summarizeActionItems', { query: input }),
  trackers: () => query('listTrackers', {}),
};

export const complianceQueries = {
  report: (input: ComplianceQuery) => query('getCompliance', { query: input }),
  exceptions: (input: ListComplianceExceptionsQuery) =>
    query('listComplianceExceptions', { query: input }),
};

export const policyQueries = {
  /** Loaded once, because it only changes with the server's configuration. */
  inForce: () => query('getPolicy', {}, { staleTime: 'static' }),
  /** The deadline that the facts entered so far would lead to, debounced. */
  preview: (facts: PreviewDeadline | undefined) =>
    queryOptions({
      queryKey: [ROOT, 'previewDeadline', { body: facts }],
      queryFn: async context => {
        await pause(FACTS_PAUSE, context.signal);
        return apiOf(context).previewDeadline(
          { body: facts! },
          { signal: context.signal },
        );
      },
    }),
};

export const incidentQueries = {
  list: (input: ListIncidentsQuery) => query('listIncidents', { query: input }),
  sources: () => query('listIncidentSources', {}),
  deliveries: (input: ListDeliveriesQuery) =>
    query('listIncidentDeliveries', { query: input }),
  mappings: () => query('listIncidentMappings', {}),
  unmappedServices: () => query('listUnmappedServices', {}),
};

export const factorQueries = {
  /** Contributing factors with a title like the text, debounced. */
  find: (text: string) =>
    queryOptions({
      queryKey: [ROOT, 'findContributingFactors', { query: { text } }],
      queryFn: async context => {
        await pause(TYPING_PAUSE, context.signal);
        const { items } = await apiOf(context).findContributingFactors(
          { query: { text } },
          { signal: context.signal },
        );
        return items;
      },
    }),
};

export const feedQueries = {
  mine: () => query('listFeeds', {}),
};

export const insightQueries = {
  report: (input: InsightsQuery) => query('getInsights', { query: input }),
};
