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

import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';

/**
 * Counts the rows of a query no further than the bound, so that a count costs little however
 * many there are.
 *
 * @param query - selects the rows to count
 * @returns the members of a page that speak of the count
 */
export async function countUpToBound(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<{ totalItems: number; totalItemsCapped?: true }> {
  const [{ count }] = await knex
    .from(query.limit(LIMITS.countedItems + 1).as('matching'))
    .count({ count: '*' });
  return Number(count) > LIMITS.countedItems
    ? { totalItems: LIMITS.countedItems, totalItemsCapped: true }
    : { totalItems: Number(count) };
}
