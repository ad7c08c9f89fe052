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

import type { ComplianceGroupBy } from 'backstage-plugin-postmortems-common';
import { intersect, periodRange } from '../filters';
import type { UrlFilter } from '../filters';

/**
 * The filter that lists exactly the postmortems of a group.
 *
 * @param base - the filters in effect for the whole report
 * @param key - the group's key; `undefined` for everything together
 */
export function groupFilter(
  base: UrlFilter,
  groupBy: ComplianceGroupBy,
  key: string | undefined,
): UrlFilter {
  if (key === undefined) return base;
  switch (groupBy) {
    case 'team':
      return { ...base, teamRef: [key] };
    case 'entity':
      return { ...base, entityRef: [key] };
    case 'severity':
      return { ...base, severity: [key] };
    default:
      return { ...base, ...intersect(base, periodRange(key) ?? {}) };
  }
}
