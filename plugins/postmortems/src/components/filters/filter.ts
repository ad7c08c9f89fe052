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

import type {
  ActionItemFilter,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';

const listParameters = [
  'severity',
  'status',
  'complianceStatus',
  'outcome',
  'teamRef',
  'entityRef',
  'ownerRef',
  'label',
  'postmortemId',
  'priority',
  'kind',
] as const;

const singleParameters = [
  'subTeams',
  'begun',
  'startedAfter',
  'startedBefore',
  'overdue',
  'dueBefore',
  'q',
] as const;

const timeParameters = ['startedAfter', 'startedBefore', 'dueBefore'] as const;

type ListParameter = (typeof listParameters)[number];
type SingleParameter = (typeof singleParameters)[number];

/**
 * Filters as they stand in the address, under the API's own names; each screen offers those that
 * its list knows. Values are not checked here:
 * a link with a mistake in it must not quietly list more than it says, so the server answers.
 *
 * Times may be plain dates, which are days in UTC: a link shows the same list to everyone, and
 * the same that the compliance figures count.
 */
export type UrlFilter = Partial<
  Record<ListParameter, string[]> & Record<SingleParameter, string>
>;

export function readFilter(search: URLSearchParams): UrlFilter {
  const filter: UrlFilter = {};
  for (const name of listParameters) {
    const values = search.getAll(name).filter(Boolean);
    if (values.length > 0) filter[name] = values;
  }
  for (const name of singleParameters) {
    const value = search.get(name);
    if (value) filter[name] = value;
  }
  return filter;
}

/** Puts the filters into `search`, in place of those of the same names that are there. */
export function writeFilter(
  search: URLSearchParams,
  filter: UrlFilter,
): URLSearchParams {
  const result = new URLSearchParams(search);
  for (const [name, value] of Object.entries(filter)) {
    result.delete(name);
    for (const each of [value ?? []].flat()) result.append(name, each);
  }
  return result;
}

/** The list at `path` with exactly what a filter lets through. */
export function linkTo(
  path: string,
  filter: UrlFilter,
  orderField?: string,
): string {
  const search = writeFilter(new URLSearchParams(), filter);
  if (orderField) search.set('orderField', orderField);
  return `${path}?${search}`;
}

/** A day in UTC begins at midnight; a full time stays as it is. */
function toTime(value: string) {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;
}

/** What the API is asked for; by default, of postmortems. */
export function toApiFilter<
  F extends PostmortemFilter | ActionItemFilter = PostmortemFilter,
>(filter: UrlFilter): F {
  const times = timeParameters.flatMap(name => {
    const value = filter[name];
    return value ? [[name, toTime(value)]] : [];
  });
  return { ...filter, ...Object.fromEntries(times) };
}
