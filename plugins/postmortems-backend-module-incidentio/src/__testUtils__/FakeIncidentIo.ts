import {
  FakeServer,
  type FakeResponse,
  type FakeRequest,
} from 'backstage-plugin-postmortems-node/testUtils';

/** Small, so that a few incidents make two pages. */
const PAGE_SIZE = 2;

/** Simulates API v2 of incident.io. */
export class FakeIncidentIo {
  readonly server = new FakeServer(request => this.#answer(request));
  incidents: { id: string; created_at: string }[] = [];
  updates: { id: string; incident_id: string }[] = [];
  readonly apiKey = 'key-of-the-api';

  #answer({ path, query, headers }: FakeRequest): FakeResponse {
    if (headers.authorization !== `Bearer ${this.apiKey}`) {
      return { status: 401, body: { type: 'authentication_error' } };
    }
    if (path === '/v2/incidents') {
      const since = query.get('created_at[gte]') ?? '';
      return this.#page(
        'incidents',
        this.incidents.filter(({ created_at }) => created_at >= since),
        query,
      );
    }
    if (path === '/v2/incident_updates') {
      return this.#page(
        'incident_updates',
        this.updates.filter(
          ({ incident_id }) => incident_id === query.get('incident_id'),
        ),
        query,
      );
    }
    const incident = this.incidents.find(
      ({ id }) => path === `/v2/incidents/${id}`,
    );
    return incident
      ? { status: 200, body: { incident } }
      : { status: 404, body: { type: 'not_found' } };
  }

  #page(
    name: string,
    all: { id: string }[],
    query: URLSearchParams,
  ): FakeResponse {
    const after = query.get('after');
    const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
    const page = all.slice(start, start + PAGE_SIZE);
    const isLast = start + PAGE_SIZE >= all.length;
    return {
      status: 200,
      body: {
        [name]: page,
        pagination_meta: {
          page_size: PAGE_SIZE,
          ...(!isLast && { after: page.at(-1)?.id }),
        },
      },
    };
  }
}
