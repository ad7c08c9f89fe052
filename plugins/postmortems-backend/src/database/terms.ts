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

/** The longest word kept; a longer one is found by its beginning. */
const MAX_LENGTH = 60;
/** The most words kept of one postmortem. */
const MAX_TERMS = 500;

/**
 * The words of a search or of a text: lower case, without accents, each once. A compound such
 * as `PM-42` or `cache-flush` counts both whole and in its parts when it is indexed.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en');
  const words = plain.match(/[\p{L}\p{N}]+(?:[-._][\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(words.map(word => word.slice(0, MAX_LENGTH)))];
}

/**
 * The words to find a postmortem by.
 *
 * @param texts - in order of importance: a very long text may lose its tail
 */
export function indexTerms(texts: string[]): string[] {
  const terms = new Set<string>();
  for (const word of texts.flatMap(searchWords)) {
    terms.add(word);
    for (const part of word.split(/[-._]/)) if (part) terms.add(part);
  }
  return [...terms].slice(0, MAX_TERMS);
}

/** The most words of a search that are looked for. */
const MAX_WORDS = 8;

const TERMS = {
  postmortems: { table: 'postmortem_terms', column: 'postmortem_id' },
  action_items: { table: 'action_item_terms', column: 'action_item_id' },
};

/** Restricts a query to rows in which every word of the search begins a word. */
export function whereTerms(
  knex: Knex,
  query: Knex.QueryBuilder,
  of: keyof typeof TERMS,
  search: string | undefined,
): void {
  const { table, column } = TERMS[of];
  for (const word of searchWords(search ?? '').slice(0, MAX_WORDS)) {
    query.whereIn(
      `${of}.id`,
      knex(table)
        .select(column)
        .where('term', '>=', word)
        .where('term', '<', `${word}\uffff`),
    );
  }
}
