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

import { FakeServer } from 'backstage-plugin-postmortems-node/testUtils';
import type {
  FakeAnswer,
  FakeRequest,
} from 'backstage-plugin-postmortems-node/testUtils';
import { ADA, BO, CHECKOUT } from './deliveries';

const USERS: Record<string, object> = {
  [ADA.id]: { id: ADA.id, name: 'Ada Obi', email: 'ada@example.com' },
  [BO.id]: { id: BO.id, name: 'Bo Lindqvist', email: 'bo@example.com' },
};

const HALF_A_YEAR_MS = 184 * 24 * 60 * 60_000;

/** An incident in the fake, with at least what it is sorted by. */
export interface FakeIncident {
  id: string;
  created_at: string;
  [field: string]: unknown;
}

/** The REST API of PagerDuty as far as it is used, and as its documentation describes it. */
export class FakePagerDuty {
  readonly server = new FakeServer(request => this.#answer(request));
  incidents: FakeIncident[] = [];
  /** By id of the incident, newest first. */
  logs: Record<string, object[]> = {};
  /** The most of a list that can be had. */
  maxOffset = 10_000;
  permitted = true;
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** How often each path was asked for. */
  asked(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { path } of this.server.requests) {
      counts[path] = (counts[path] ?? 0) + 1;
    }
    return counts;
  }

  #answer({ headers, path, query }: FakeRequest): FakeAnswer {
    if (headers.authorization !== `Token token=${this.#token}`) {
      return problem(401, 'Unauthorized');
    }
    if (headers.accept !== 'application/vnd.pagerduty+json;version=2') {
      return problem(406, 'Not Acceptable');
    }
    if (!this.permitted) return problem(403, 'Forbidden');

    const [, collection, id, more] = path.split('/');
    if (collection === 'users' && USERS[id]) {
      return { status: 200, body: { user: USERS[id] } };
    }
    if (collection === 'services' && id === CHECKOUT.id) {
      const integrations =
        query.get('include[]') === 'integrations'
          ? [{ id: 'PE1H', integration_key: 'key-of-checkout' }, { id: 'PE2' }]
          : [{ id: 'PE1H' }, { id: 'PE2' }];
      return { status: 200, body: { service: { ...CHECKOUT, integrations } } };
    }
    if (collection === 'incidents' && !id) return this.#incidents(query);
    if (more === 'log_entries' && this.incidents.some(each => each.id === id)) {
      return this.#page('log_entries', this.logs[id] ?? [], query);
    }
    return problem(404, 'Not Found');
  }

  #incidents(query: URLSearchParams): FakeAnswer {
    const since = Date.parse(query.get('since') ?? '');
    const until = Date.parse(query.get('until') ?? '');
    if (!(until - since <= HALF_A_YEAR_MS)) {
      return problem(400, 'Invalid Input Provided');
    }
    const found = this.incidents.filter(({ created_at: createdAt }) => {
      const at = Date.parse(createdAt);
      return at >= since && at <= until;
    });
    if (query.get('sort_by') === 'created_at:asc') {
      found.sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
    }
    return this.#page('incidents', found, query);
  }

  #page(name: string, all: object[], query: URLSearchParams): FakeAnswer {
    const limit = Number(query.get('limit') ?? 25);
    const offset = Number(query.get('offset') ?? 0);
    if (limit > 100 || offset + limit > this.maxOffset) {
      return problem(400, 'Invalid Input Provided');
    }
    return {
      status: 200,
      body: {
        [name]: all.slice(offset, offset + limit),
        limit,
        offset,
        more: offset + limit < all.length,
        total: null,
      },
    };
  }
}

function problem(status: number, message: string): FakeAnswer {
  return { status, body: { error: { message, code: 2000 } } };
}
