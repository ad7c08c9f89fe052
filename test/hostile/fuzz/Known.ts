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

/** What there is in the catalog and the configuration of the portal. */
const REFS = [
  'component:default/checkout-api',
  'component:default/door-lock',
  'group:default/checkout',
  'group:default/security',
  'user:default/mallory',
  'user:default/alice',
  'user:default/sam',
  'User:Default/Alice',
  'component:default/nothing',
];
const SENDERS = ['generic', 'pagerduty', 'github', 'jira', 'nobody'];
const SEVERITIES = ['SEV-1', 'SEV-2', 'SEV-3', 'p1', 'critical'];

/** What there is in the portal by now, as far as its answers tell. */
export class Known {
  #postmortems = 1;
  #items = 1;
  #cursors: string[] = [];

  /** Learns from an answer which ids and cursors there are. */
  learnFrom(answer: string): void {
    for (const [, id] of answer.matchAll(/"id":"PM-(\d+)"/g)) {
      this.#postmortems = Math.max(this.#postmortems, Number(id));
    }
    for (const [, id] of answer.matchAll(/"id":"(\d+)"/g)) {
      this.#items = Math.max(this.#items, Number(id));
    }
    for (const [, cursor] of answer.matchAll(/Cursor":"([^"]+)"/g)) {
      this.#cursors = [cursor, ...this.#cursors].slice(0, 20);
    }
  }

  /** One of those that there are. The latest more often, as it has not been deleted yet. */
  pick(kind: Kind, n: number): string {
    const among = (values: string[]) => values[n % values.length];
    switch (kind) {
      case 'postmortem':
        return `PM-${Math.max(1, this.#postmortems - (n % 20))}`;
      case 'action item key':
        return `A${1 + (n % 3)}`;
      case 'action item':
        return `${this.pick('postmortem', n)}/A${1 + (n % 3)}`;
      case 'item':
        return String(Math.max(1, this.#items - (n % 40)));
      case 'severity':
        return among(SEVERITIES);
      case 'sender':
        return among(SENDERS);
      case 'cursor':
        return among([...this.#cursors, 'x']);
      default:
        return among(REFS);
    }
  }
}

export type Kind =
  | 'postmortem'
  | 'action item key'
  | 'action item'
  | 'item'
  | 'severity'
  | 'sender'
  | 'cursor'
  | 'ref';

/** Stands for something that there will be when the request is sent, which nobody knows before. */
export class Existing {
  constructor(
    private readonly kind: Kind,
    private readonly n: number,
    private readonly known: Known,
  ) {}

  toString(): string {
    return this.known.pick(this.kind, this.n);
  }

  toJSON(): string {
    return this.toString();
  }
}
