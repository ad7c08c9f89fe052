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

import { parseEntityRef } from '@backstage/catalog-model';
import { entityRefSchema } from 'backstage-plugin-postmortems-common';

/**
 * The entities that the address says are affected. People and teams own what breaks but do not
 * break themselves: coming from their page preselects nothing.
 */
export function preselectedEntities(search: URLSearchParams): string[] {
  const refs = search
    .getAll('entityRef')
    .filter(ref => entityRefSchema.safeParse(ref).success)
    .filter(ref => !['user', 'group'].includes(kindOf(ref)));
  return [...new Set(refs)];
}

function kindOf(ref: string): string {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
}
