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

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Visibility } from 'backstage-plugin-postmortems-common';

/**
 * What the rules know of a postmortem.
 *
 * @public
 */
export interface PostmortemResource {
  ownerRef?: string;
  commanderRef?: string;
  contributorRefs: string[];
  reviewerRefs: string[];
  teamRefs: string[];
  entityRefs: string[];
  /** The governing severity. */
  severity: string;
  visibility: Visibility;
}

/**
 * That a postmortem has one of some values: plain enough for SQL to ask the same.
 *
 * @public
 */
export interface PostmortemCondition {
  field: keyof PostmortemResource;
  anyOf: string[];
}

/**
 * Conditions joined by `allOf`, `anyOf` and `not`.
 *
 * @public
 */
export type PostmortemCriteria = PermissionCriteria<PostmortemCondition>;

/**
 * Whether a postmortem meets criteria. The database's answer is the same.
 *
 * @public
 */
export function meetsCriteria(
  postmortem: PostmortemResource,
  criteria: PostmortemCriteria,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(each => meetsCriteria(postmortem, each));
  }
  if ('not' in criteria) return !meetsCriteria(postmortem, criteria.not);
  if ('field' in criteria) {
    const values = [postmortem[criteria.field] ?? []].flat();
    return values.some(value => criteria.anyOf.includes(value));
  }
  return criteria.anyOf.some(each => meetsCriteria(postmortem, each));
}
