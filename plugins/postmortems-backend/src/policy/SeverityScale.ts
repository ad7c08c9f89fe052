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

import { InputError } from '@backstage/errors';
import type {
  SeverityChange,
  SeverityDefinition,
} from 'backstage-plugin-postmortems-common';

/** The configured severities in order: what their names mean and which is the more severe. */
export class SeverityScale {
  readonly definitions: SeverityDefinition[];

  readonly #byName = new Map<string, SeverityDefinition>();

  /**
   * @param severities - the most severe first; ids and aliases must be unique regardless of case
   */
  constructor(severities: { id: string; aliases?: string[] }[]) {
    this.definitions = severities.map(({ id, aliases = [] }, index) => ({
      id,
      rank: index + 1,
      aliases,
    }));
    for (const definition of this.definitions) {
      for (const name of [definition.id, ...definition.aliases]) {
        this.#byName.set(name.toLocaleLowerCase('en'), definition);
      }
    }
  }

  /**
   * The id of the severity that a text names by id or alias, in any case.
   *
   * @param field - what the text was given as, for the message
   * @throws InputError where no severity has that name
   */
  resolve(text: string, field: string): string {
    const definition = this.#find(text);
    if (!definition) {
      throw new InputError(
        `${field} must be one of ${this.describe()}, not "${text}"`,
      );
    }
    return definition.id;
  }

  /** Whether a text names a severity by id or alias, in any case. */
  has(text: string): boolean {
    return this.#find(text) !== undefined;
  }

  /** The id of the severity that a text names; the text itself where none is named so. */
  canonical(text: string): string {
    return this.#find(text)?.id ?? text;
  }

  /**
   * How severe a severity is; 1 is the most severe. One that is no longer configured ranks after
   * all that are, so that what was stored under an older configuration stays readable.
   */
  rank(id: string): number {
    return this.#find(id)?.rank ?? this.definitions.length + 1;
  }

  /** Orders severities by rank, the most severe first. */
  compare(a: string, b: string): number {
    return this.rank(a) - this.rank(b);
  }

  /**
   * The governing severity: the highest ever reached. Of several that rank alike (because they
   * are no longer configured) the one reached first.
   *
   * @param history - at least one change
   */
  governing(history: Pick<SeverityChange, 'severity'>[]): string {
    return history
      .map(({ severity }) => this.canonical(severity))
      .reduce((highest, next) =>
        this.compare(next, highest) < 0 ? next : highest,
      );
  }

  /** Every severity with its aliases, for messages. */
  describe(): string {
    return this.definitions
      .map(({ id, aliases }) =>
        aliases.length > 0 ? `${id} (${aliases.join(', ')})` : id,
      )
      .join(', ');
  }

  #find(text: string): SeverityDefinition | undefined {
    return this.#byName.get(text.trim().toLocaleLowerCase('en'));
  }
}
