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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  ActionItemFilter,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import type { SeverityScale } from '../policy';

/** A time as ISO 8601 in UTC with milliseconds. */
export function utc(time: string): string;
export function utc(time: string | undefined): string | undefined;
export function utc(time: string | null | undefined): string | null | undefined;
export function utc(time: string | null | undefined) {
  return time ? new Date(time).toISOString() : time;
}

/** An entity reference as the catalog writes it. */
export function canonicalRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref));
}

/** Entity references as the catalog writes them, each once. */
export function canonicalRefs(refs: string[]): string[] {
  return [...new Set(refs.map(canonicalRef))];
}

/**
 * A filter with severities by id and references as they are stored.
 *
 * @throws InputError for a severity that is not configured
 */
export function normalizeFilter(
  filter: PostmortemFilter,
  severities: SeverityScale,
): PostmortemFilter {
  return {
    ...filter,
    ...normalizeShared(filter, severities),
  };
}

/**
 * The same for action items.
 *
 * @throws InputError for a severity that is not configured
 */
export function normalizeActionItemFilter(
  filter: ActionItemFilter,
  severities: SeverityScale,
): ActionItemFilter {
  return { ...filter, ...normalizeShared(filter, severities) };
}

function normalizeShared(
  filter: Pick<
    ActionItemFilter,
    'entityRef' | 'teamRef' | 'ownerRef' | 'severity'
  >,
  severities: SeverityScale,
) {
  const refs = (values: string[] | undefined) =>
    values?.map(value => (value === 'none' ? value : canonicalRef(value)));
  return {
    entityRef: refs(filter.entityRef),
    teamRef: refs(filter.teamRef),
    ownerRef: refs(filter.ownerRef),
    severity: filter.severity?.map(severity =>
      severities.resolve(severity, 'severity'),
    ),
  };
}
