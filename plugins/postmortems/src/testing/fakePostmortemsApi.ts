/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
import { aPolicy } from './fixtures';
import { refusal } from './refusal';

/** What a fake API knows, and operations to replace. */
export interface FakePostmortemsApiOptions extends Partial<PostmortemsApi> {
  postmortems?: Postmortem[];
  policy?: PolicyInForce;
  /** The sub-teams of teams, for filters that include them. */
  subTeams?: Record<string, string[]>;
  /** How many a page of the list holds that asks for no number. */
  pageSize?: number;
}

/**
 * The API over postmortems in memory. It reads: lists (filtered, ordered, paged) of postmortems
 * and action items, one postmortem, compliance, the policy. Anything else throws unless `options`
 * brings it.
 *
 * Requests and answers are held against the schemas of the contract, so a component that asks
 * for what the server would refuse fails its test.
 */
export function createFakePostmortemsApi(
  options: FakePostmortemsApiOptions = {},
): PostmortemsApi {
  const {
    postmortems = [],
    policy = aPolicy(),
    subTeams = {},
    pageSize = 25,
    ...overrides
  } = options;

  /** The query with the sub-teams in place of the wish to include them. */
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

  const operations: Partial<PostmortemsApi> = {
    listPostmortems: async ({ query = {} }) =>
      list(postmortems, { limit: pageSize, ...withTeams(query) }),
    listActionItems: async ({ query = {} }) =>
      listActionItems(listed(postmortems), withTeams(query)),
    summarizeActionItems: async ({ query = {} }) =>
      summarizeActionItems(listed(postmortems), withTeams(query)),
    getPostmortem: async ({ params }) => {
      const found = postmortems.find(each => each.id === params.id);
      if (!found) {
        throw refusal(404, 'NotFoundError', `No postmortem ${params.id}`);
      }
      return found;
    },
    getPolicy: async () => policy,
    getCompliance: async ({ query = {} }) =>
      compliance(postmortems, withTeams(query)),
    listIncidents: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
    listSnoozes: async () => ({ items: [] }),
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

  const answer = await operation(input);
  return endpoint.response ? endpoint.response.parse(answer) : answer;
}

function matches(postmortem: Postmortem, filter: PostmortemFilter): boolean {
  const any = (wanted: string[] | undefined, ...has: string[]) =>
    !wanted || wanted.some(each => has.includes(each));
  return (
    any(filter.entityRef, ...postmortem.entityRefs) &&
    any(filter.teamRef, ...teamKeys(postmortem)) &&
    any(filter.ownerRef, postmortem.ownerRef ?? 'none') &&
    any(filter.severity, postmortem.governingSeverity) &&
    any(filter.status, postmortem.status) &&
    any(filter.complianceStatus, postmortem.complianceStatus) &&
    any(filter.outcome, postmortem.outcome) &&
    any(filter.label, ...postmortem.labels) &&
    (!filter.begun || String(postmortem.begun) === filter.begun) &&
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
  query: { groupBy?: ComplianceGroupBy } & PostmortemFilter,
) {
  const { groupBy = 'team', ...filter } = query;
  const all = postmortems.filter(each => matches(each, filter));
  const groups = new Map<string, Postmortem[]>();
  for (const postmortem of all) {
    for (const key of groupKeys(postmortem, groupBy)) {
      groups.set(key, [...(groups.get(key) ?? []), postmortem]);
    }
  }
  const wanted = groupBy === 'team' ? filter.teamRef : undefined;
  return {
    groupBy,
    groups: [...groups]
      .filter(([key]) => !wanted || wanted.includes(key))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, members]) => ({ key, ...figures(members) })),
    truncated: false,
    overall: figures(all),
  };
}

/** The owning teams, or the word for having none. */
function teamKeys({ teamRefs }: Postmortem): string[] {
  return teamRefs.length > 0 ? teamRefs : ['none'];
}

function groupKeys(postmortem: Postmortem, groupBy: ComplianceGroupBy) {
  const [year, month] = postmortem.startedAt.split('-');
  switch (groupBy) {
    case 'team':
      return teamKeys(postmortem);
    case 'entity':
      return postmortem.entityRefs;
    case 'severity':
      return [postmortem.governingSeverity];
    case 'month':
      return [`${year}-${month}`];
    default:
      return [`${year}-Q${Math.ceil(Number(month) / 3)}`];
  }
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
    medianHoursToPublish: hours[Math.floor((hours.length - 1) / 2)],
    lastStartedAt: postmortems
      .map(each => each.startedAt)
      .sort()
      .at(-1),
  };
}
