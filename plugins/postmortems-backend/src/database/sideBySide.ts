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

type Results<T extends (() => Promise<unknown>)[]> = {
  [K in keyof T]: Awaited<ReturnType<T[K]>>;
};

/**
 * Runs queries side by side, each on a connection of its own; in a transaction, which has but one,
 * one after the other.
 */
export async function sideBySide<T extends (() => Promise<unknown>)[]>(
  knex: Knex,
  queries: [...T],
): Promise<Results<T>> {
  if (!knex.isTransaction) {
    return Promise.all(queries.map(query => query())) as Promise<Results<T>>;
  }
  const results = [];
  for (const query of queries) results.push(await query());
  return results as Results<T>;
}
