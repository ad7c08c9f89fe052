import { FakeServer } from 'backstage-plugin-postmortems-node/testUtils';
import type {
  FakeResponse,
  FakeRequest,
} from 'backstage-plugin-postmortems-node/testUtils';
import { ADA, BO, CHECKOUT } from './deliveries';

const USERS: Record<string, object> = {
  [ADA.id]: { id: ADA.id, name: 'Ada Obi', email: 'ada@example.com' },
  [BO.id]: { id: BO.id, name: 'Bo Lindqvist', email: 'bo@example.com' },
};

const HALF_A_YEAR_MS = 184 * 24 * 60 * 60_000;

/** An incident in the fake, with at least its sort keys. */
export interface FakeIncident {
  id: string;
  created_at: string;
  [field: string]: unknown;
}

/** Simulates the used part of PagerDuty's REST API, as documented. */
export class FakePagerDuty {
  readonly server = new FakeServer(request => this.#answer(request));
  incidents: FakeIncident[] = [];
  /** By incident id, newest first. */
  logs: Record<string, object[]> = {};
  /** Maximum offset of a list. */
  maxOffset = 10_000;
  permitted = true;
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** Number of requests by path. */
  asked(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { path } of this.server.requests) {
      counts[path] = (counts[path] ?? 0) + 1;
    }
    return counts;
  }

  #answer({ headers, path, query }: FakeRequest): FakeResponse {
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

  #incidents(query: URLSearchParams): FakeResponse {
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

  #page(name: string, all: object[], query: URLSearchParams): FakeResponse {
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

function problem(status: number, message: string): FakeResponse {
  return { status, body: { error: { message, code: 2000 } } };
}
