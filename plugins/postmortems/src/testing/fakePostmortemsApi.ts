import {
  complianceRate,
  endpoints,
  postmortemSummarySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ComplianceFigures,
  ComplianceGroupBy,
  ComplianceStatus,
  Endpoint,
  EndpointName,
  Incident,
  PolicyInForce,
  Postmortem,
  PostmortemFilter,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import {
  listActionItems,
  listed,
  summarizeActionItems,
} from './fakeActionItems';
import { anInsights } from './anInsights';
import { groupKeys, incidentMatches, teamKeys } from './fakeIncidents';
import { aPolicy } from './fixtures';
import { refusal } from './refusal';

/** Data for the fake, and operations to override. */
export interface FakePostmortemsApiOptions extends Partial<PostmortemsApi> {
  postmortems?: Postmortem[];
  policy?: PolicyInForce;
  /** Incidents without a postmortem. */
  incidents?: Incident[];
  /** Sub-teams by team, for `subTeams=include`. */
  subTeams?: Record<string, string[]>;
  /** Default page size. */
  pageSize?: number;
  /** Permissions that the user doesn't have, by name. */
  without?: string[];
}

/**
 * An in-memory API for postmortems: lists of postmortems and action items (filtered, ordered,
 * paged), single postmortems, compliance, insights, and the policy. Other operations throw unless
 * given in `options`. Requests and responses are validated with the contract's schemas, so a
 * component that sends an invalid request fails its test.
 */
export function createFakePostmortemsApi(
  options: FakePostmortemsApiOptions = {},
): PostmortemsApi {
  const {
    postmortems = [],
    incidents = [],
    policy = aPolicy(),
    subTeams = {},
    pageSize = 25,
    without = [],
    ...overrides
  } = options;

  /** Adds the sub-teams to the filter's teams, if `subTeams` asks for them. */
  function withTeams<Q extends { teamRef?: string[]; subTeams?: string }>({
    subTeams: wish,
    ...query
  }: Q): Omit<Q, 'subTeams'> {
    if (wish !== 'include') return query;
    const { teamRef } = query;
    return {
      ...query,
      teamRef: teamRef?.flatMap(team => [team, ...(subTeams[team] ?? [])]),
    };
  }

  /** Adds the requested permissions to each item. */
  function reporting<T extends object, P extends { items: T[] }>(
    permissions: string[] | undefined,
    page: P,
  ): P {
    if (!permissions) return page;
    const held = permissions.filter(name => !without.includes(name));
    const items = page.items.map(item => ({ ...item, permissions: held }));
    return { ...page, items };
  }

  const operations: Partial<PostmortemsApi> = {
    listPostmortems: async ({ query: { permissions, ...query } = {} }) =>
      reporting(
        permissions,
        list(postmortems, { limit: pageSize, ...withTeams(query) }),
      ),
    listActionItems: async ({ query: { permissions, ...query } = {} }) =>
      reporting(
        permissions,
        listActionItems(listed(postmortems), withTeams(query)),
      ),
    summarizeActionItems: async ({ query = {} }) =>
      summarizeActionItems(listed(postmortems), withTeams(query)),
    getPostmortem: async ({ params }) => {
      const found = postmortems.find(each => each.id === params.id);
      if (!found) {
        throw refusal(404, 'NotFoundError', `No postmortem ${params.id}`);
      }
      return found;
    },
    findSimilarPostmortems: async () => ({ items: [] }),
    findContributingFactors: async () => ({ items: [] }),
    getPolicy: async () => policy,
    getCompliance: async ({ query = {} }) =>
      compliance(postmortems, incidents, withTeams(query), subTeams),
    getInsights: async () => anInsights(),
    listComplianceExceptions: async () => ({
      items: [],
      totalItems: 0,
      pageInfo: {},
    }),
    listIncidents: async ({ query = {} }) => {
      const items = incidents.filter(each =>
        incidentMatches(each, withTeams(query)),
      );
      return { items, totalItems: items.length, pageInfo: {} };
    },
    listIncidentMappings: async () => ({ items: [] }),
    listMentions: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
    listSnoozes: async () => ({ items: [] }),
    listPresence: async () => ({ items: [] }),
    putPresence: async () => ({ items: [] }),
    listHistory: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
    ...overrides,
  };

  const checked = Object.keys(endpoints).map(name => [
    name,
    (input: Record<string, unknown> = {}) =>
      checkedCall(name as EndpointName, input, operations),
  ]);
  return Object.fromEntries(checked);
}

async function checkedCall(
  name: EndpointName,
  input: Record<string, unknown>,
  operations: Partial<PostmortemsApi>,
) {
  const endpoint: Endpoint = endpoints[name];
  for (const part of ['params', 'query', 'body'] as const) {
    endpoint[part]?.parse(input[part] ?? (part === 'body' ? undefined : {}));
  }
  const operation = operations[name] as
    | ((request: object) => Promise<unknown>)
    | undefined;
  if (!operation) throw new Error(`The test did not expect ${name}`);

  const response = await operation(input);
  return endpoint.response ? endpoint.response.parse(response) : response;
}

function matches(postmortem: Postmortem, filter: PostmortemFilter): boolean {
  const any = (wanted: string[] | undefined, ...has: string[]) =>
    !wanted || wanted.some(each => has.includes(each));
  return (
    any(filter.entityRef, ...postmortem.entityRefs) &&
    any(filter.teamRef, ...teamKeys(postmortem)) &&
    any(filter.ownerRef, postmortem.ownerRef ?? 'none') &&
    (!filter.awaitingReviewBy ||
      (postmortem.status === 'in-review' &&
        any(filter.awaitingReviewBy, ...postmortem.review.reviewerRefs))) &&
    any(filter.severity, postmortem.governingSeverity) &&
    any(filter.status, postmortem.status) &&
    any(filter.complianceStatus, postmortem.complianceStatus) &&
    any(filter.outcome, postmortem.outcome) &&
    any(filter.label, ...postmortem.labels) &&
    any(
      filter.factorCategory,
      ...postmortem.contributingFactors.map(({ category }) => category ?? ''),
    ) &&
    (!filter.edited || String(postmortem.edited) === filter.edited) &&
    (!filter.origin || filter.origin.includes(postmortem.origin)) &&
    (!filter.hasExceptions ||
      String(postmortem.exceptions > 0) === filter.hasExceptions) &&
    (!filter.resolved ||
      String(postmortem.resolvedAt !== undefined) === filter.resolved) &&
    (!filter.resolvedAfter ||
      postmortem.resolvedAt === undefined ||
      postmortem.resolvedAt >= filter.resolvedAfter) &&
    (!filter.startedAfter || postmortem.startedAt >= filter.startedAfter) &&
    (!filter.startedBefore || postmortem.startedAt < filter.startedBefore) &&
    (!filter.dueBefore ||
      (postmortem.dueAt !== undefined &&
        postmortem.dueAt < filter.dueBefore)) &&
    (!filter.q ||
      `${postmortem.id} ${postmortem.title}`
        .toLocaleLowerCase('en-US')
        .includes(filter.q.toLocaleLowerCase('en-US')))
  );
}

function list(
  postmortems: Postmortem[],
  query: NonNullable<Parameters<PostmortemsApi['listPostmortems']>[0]['query']>,
) {
  const { limit, cursor, orderField = 'startedAt,desc', ...filter } = query;
  const [field, direction] = orderField.split(',');
  const key = (postmortem: Postmortem) =>
    String(
      field === 'severity'
        ? postmortem.governingSeverity
        : postmortem[field as 'startedAt'] ?? '',
    );
  const all = postmortems
    .filter(each => matches(each, filter))
    .sort((a, b) => key(a).localeCompare(key(b)));
  if (direction === 'desc') all.reverse();

  const size = Number(limit);
  const from = Number(cursor ?? 0);
  return {
    items: all
      .slice(from, from + size)
      .map(each => postmortemSummarySchema.parse(each)),
    totalItems: all.length,
    pageInfo: {
      ...(from + size < all.length && { nextCursor: String(from + size) }),
      ...(from > 0 && { prevCursor: String(Math.max(0, from - size)) }),
    },
  };
}

function compliance(
  postmortems: Postmortem[],
  incidents: Incident[],
  query: { groupBy?: ComplianceGroupBy; rollUp?: string } & PostmortemFilter,
  subTeams: Record<string, string[]>,
) {
  const { groupBy = 'team', rollUp, ...filter } = query;
  const above = (key: string) =>
    Object.keys(subTeams).filter(team => subTeams[team].includes(key));
  const wanted = groupBy === 'team' ? filter.teamRef : undefined;
  const keysOf = (each: Postmortem | Incident) => {
    const keys = groupKeys(each, groupBy);
    return [
      ...new Set(rollUp ? [...keys, ...keys.flatMap(above)] : keys),
    ].filter(key => !wanted || wanted.includes(key));
  };
  const all = postmortems.filter(each => matches(each, filter));
  const waiting = incidents.filter(each => incidentMatches(each, filter));
  const keys = new Set([...all, ...waiting].flatMap(keysOf));
  return {
    groupBy,
    groups: [...keys]
      .sort((a, b) => a.localeCompare(b))
      .map(key => ({
        key,
        ...(rollUp && { parents: above(key) }),
        ...figures(all.filter(each => keysOf(each).includes(key))),
        uncovered: waiting.filter(each => keysOf(each).includes(key)).length,
      })),
    truncated: false,
    overall: { ...figures(all), uncovered: waiting.length },
  };
}

function figures(postmortems: Postmortem[]): ComplianceFigures {
  const counts: Record<ComplianceStatus, number> = {
    'not-required': 0,
    pending: 0,
    'on-track': 0,
    'due-soon': 0,
    overdue: 0,
    met: 0,
    late: 0,
    waived: 0,
    claimed: 0,
  };
  for (const each of postmortems) counts[each.complianceStatus] += 1;

  const hours = postmortems
    .flatMap(({ publishedAt, resolvedAt }) =>
      publishedAt && resolvedAt
        ? [(Date.parse(publishedAt) - Date.parse(resolvedAt)) / 3_600_000]
        : [],
    )
    .sort((a, b) => a - b);
  return {
    total: postmortems.length,
    counts,
    ...complianceRate(counts),
    byException: postmortems.filter(
      ({ exceptions, complianceStatus }) =>
        exceptions > 0 && ['met', 'late', 'overdue'].includes(complianceStatus),
    ).length,
    createdByPerson: postmortems.filter(each => each.origin === 'person')
      .length,
    imported: postmortems.filter(each => each.origin === 'import').length,
    deleted: 0,
    medianHoursToPublish: hours[Math.floor((hours.length - 1) / 2)],
    lastStartedAt: postmortems
      .map(each => each.startedAt)
      .sort()
      .at(-1),
  };
}
