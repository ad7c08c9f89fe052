import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { LIMITS, endpoints } from 'backstage-plugin-postmortems-common';
import type {
  CreatePostmortem,
  Endpoint,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { LIVE_OPERATIONS } from '../live/operations';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { OPERATIONS, call, lineOf } from '../__testUtils__/operations';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Trouble, %s', databaseId => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
  });
  afterAll(() => portal.stop());
  beforeEach(() => {
    portal.catalog.down = false;
  });

  const total = async () =>
    (await portal.api.listPostmortems({ query: {} })).totalItems;

  it.each([
    [
      'an unknown entity',
      { entityRefs: ['component:default/gone'] },
      /entityRefs\[0\].*component:default\/gone/,
    ],
    ['no entity', { entityRefs: [] }, /entityRefs.*at least one/],
    [
      'a reference without a kind',
      { entityRefs: ['checkout-api'] },
      /entityRefs\[0\].*component:default/,
    ],
    ['an unknown severity', { severity: 'SEV-9' }, /severity.*SEV-1.*SEV-5/],
    [
      'a resolution before the start',
      { resolvedAt: '2026-03-10T09:13:59Z' },
      /resolvedAt.*startedAt/,
    ],
    [
      'a resolution in the future',
      { resolvedAt: '2026-03-13T00:00:00Z' },
      /resolvedAt.*future/,
    ],
    [
      'a start in the future',
      { startedAt: '2026-03-13T00:00:00Z', resolvedAt: undefined },
      /startedAt.*future/,
    ],
    [
      'a time without an offset',
      { startedAt: '2026-03-10T09:14:00' },
      /startedAt.*ISO 8601/,
    ],
    ['an empty title', { title: '   ' }, /title.*empty/],
    [
      'an over-long title',
      { title: 'x'.repeat(LIMITS.title + 1) },
      /title.*200/,
    ],
    ['a title of two lines', { title: 'a\nb' }, /title.*single line/],
    [
      'an owner who is a group',
      { ownerRef: 'group:default/checkout' },
      /ownerRef.*User/,
    ],
    [
      'an unknown owner',
      { ownerRef: 'user:default/nobody' },
      /ownerRef.*user:default\/nobody/,
    ],
    [
      'a link that could run script',
      { links: [{ url: ['javascript', 'alert(1)'].join(':') }] },
      /links\[0\]\.url.*http/,
    ],
    ['a label with spaces', { labels: ['two words'] }, /labels\[0\]/],
    ['an unknown field', { status: 'published' }, /status is not known/],
    [
      'a history that ends elsewhere',
      { severityHistory: [{ severity: 'SEV-1', at: '2026-03-10T09:14:00Z' }] },
      /severityHistory.*SEV-2/,
    ],
    [
      'a history out of order',
      {
        severityHistory: [
          { severity: 'SEV-1', at: '2026-03-10T10:00:00Z' },
          { severity: 'SEV-2', at: '2026-03-10T09:30:00Z' },
        ],
      },
      /severityHistory/,
    ],
  ] as [string, Partial<CreatePostmortem>, RegExp][])(
    'refuses %s, and saves nothing',
    async (_, more, message) => {
      const before = await total();
      expect(
        await refusal(portal.api.createPostmortem({ body: aCreate(more) })),
      ).toMatchObject({
        status: 400,
        message: expect.stringMatching(message),
      });
      expect(await total()).toBe(before);
    },
  );

  it.each([
    ['POST', '/postmortems', '{"title":', 400, /JSON/],
    ['POST', '/postmortems', '[]', 400, /body/],
    [
      'POST',
      '/postmortems',
      undefined,
      400,
      /title is required.*startedAt is required/,
    ],
    ['GET', '/postmortems/42', undefined, 400, /id.*PM-42/],
    ['GET', '/postmortems/PM-42?full=1', undefined, 400, /full is not known/],
    ['GET', '/postmortems/PM-424242', undefined, 404, /PM-424242/],
    ['GET', '/postmortems/PM-9999999999', undefined, 400, /id.*PM-42/],
    [
      'PUT',
      '/postmortems/PM-1/sections/root-cause',
      '{"markdown":""}',
      400,
      /key.*summary/,
    ],
    ['PATCH', '/postmortems/PM-1', '{"title":"x"}', 400, /If-Match/],
    ['GET', '/compliance?groupBy=colour', undefined, 400, /groupBy/],
    ['GET', '/nowhere', undefined, 404, /^$/],
  ])(
    '%s %s with %s responds with %i',
    async (method, path, body, status, message) => {
      const response = await fetch(`${portal.url}${path}`, {
        method,
        body,
        headers: { ...portal.headers, 'Content-Type': 'application/json' },
      });
      expect(response.status).toBe(status);
      expect(await response.text()).toMatch(message);
    },
  );

  it('requires authentication', async () => {
    for (const { method, path } of Object.values<Endpoint>(endpoints)) {
      const filled = path.replace(':id', 'PM-1').replace(/:\w+/, '1');
      const response = await fetch(`${portal.url}${filled}`, {
        method: method.toUpperCase(),
        headers: { Authorization: mockCredentials.none.header() },
      });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it('does not read the body of unauthenticated requests', async () => {
    for (const path of ['/import', '/incident-sources/generic/backfills']) {
      const response = await fetch(`${portal.url}${path}`, {
        method: 'POST',
        body: '{',
        headers: {
          Authorization: mockCredentials.none.header(),
          'Content-Type': 'application/json',
        },
      });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it('does not echo a malformed body', async () => {
    const response = await fetch(`${portal.url}/postmortems`, {
      method: 'POST',
      body: `{"title": "${'x'.repeat(10_000)}`,
      headers: { ...portal.headers, 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toMatch(/body: .*JSON/);
    expect(text.length).toBeLessThan(1_000);
  });

  it('rejects a body of another type', async () => {
    const { id } = await portal.api.createPostmortem({ body: aCreate() });
    const patch = (headers: Record<string, string>, body?: string) =>
      fetch(`${portal.url}/postmortems/${id}`, {
        method: 'PATCH',
        body,
        headers: { ...portal.headers, 'If-Match': '"1"', ...headers },
      });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const refused = await patch(form, 'title=x');
    expect(refused.status).toBe(415);
    expect(await refused.text()).toMatch(/must be application\/json/);
    expect((await patch({})).status).toBe(200);
  });

  it('forbids caching of responses', async () => {
    const { id } = await portal.api.createPostmortem({ body: aCreate() });
    const response = await fetch(`${portal.url}/postmortems/${id}`, {
      headers: portal.headers,
    });
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('previews a deadline for facts that cannot be saved', async () => {
    const { api } = portal;
    const preview = (body: Parameters<typeof api.previewDeadline>[0]['body']) =>
      api.previewDeadline({ body });
    expect(
      await preview({
        severity: 'critical',
        resolvedAt: '2026-03-10T11:28:00Z',
        entityRefs: ['resource:default/payments-db'],
      }),
    ).toMatchObject({
      required: true,
      governingSeverity: 'SEV-1',
      rule: { severity: 'SEV-1', due: { calendarDays: 3 } },
      deadline: { dueAt: '2026-03-13T22:59:59.999Z' },
      teamRefs: ['group:default/platform'],
    });
    const unresolved = await preview({ severity: 'SEV-3' });
    expect(unresolved.required).toBe(false);
    expect(unresolved.deadline).toBeUndefined();
    const refused: [Parameters<typeof preview>[0], RegExp][] = [
      [
        { severity: 'SEV-1', resolvedAt: '9999-12-31T23:00:00Z' },
        /resolvedAt.*future/,
      ],
      [
        {
          severity: 'SEV-1',
          startedAt: '2026-03-10T11:00:00Z',
          resolvedAt: '2026-03-10T10:00:00Z',
        },
        /resolvedAt.*startedAt/,
      ],
      [{ severity: 'SEV-1', severityHistory: [] }, /severityHistory must /],
      [
        { severity: 'SEV-1', entityRefs: ['component:default/gone'] },
        /entityRefs\[0\]/,
      ],
    ];
    for (const [body, message] of refused) {
      expect(await refusal(preview(body))).toMatchObject({
        status: 400,
        message: expect.stringMatching(message),
      });
    }
  });

  it('returns the current state on a stale write, losing neither text', async () => {
    const { api } = portal;
    const { id, revision } = await api.createPostmortem({ body: aCreate() });
    const params = { id, key: 'impact' as const };
    const theirs = await portal.as('bob').putSection({
      params,
      body: { markdown: 'Theirs' },
      ifMatch: 0,
    });
    expect(
      await refusal(
        api.putSection({ params, body: { markdown: 'Mine' }, ifMatch: 0 }),
      ),
    ).toMatchObject({ status: 412, current: theirs });

    const patched = await api.updatePostmortem({
      params: { id },
      body: { title: 'First' },
      ifMatch: revision,
    });
    expect(
      await refusal(
        api.updatePostmortem({
          params: { id },
          body: { title: 'Second' },
          ifMatch: revision,
        }),
      ),
    ).toMatchObject({ status: 412, current: patched });
  });

  it('lets only one of many concurrent writers win', async () => {
    const { api } = portal;
    const { id, revision } = await api.createPostmortem({ body: aCreate() });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        api.updatePostmortem({
          params: { id },
          body: { title: `Writer ${index}` },
          ifMatch: revision,
        }),
      ),
    );
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    const { revision: after } = await api.getPostmortem({ params: { id } });
    expect(after).toBe(revision + 1);
  });

  it('keeps reading while the catalog is down, and explains what is unavailable', async () => {
    const { api } = portal;
    const { id, revision } = await api.createPostmortem({ body: aCreate() });
    const before = await total();
    portal.catalog.down = true;
    expect(
      await refusal(api.createPostmortem({ body: aCreate() })),
    ).toMatchObject({
      status: 503,
      message: expect.stringMatching(/catalog.*Nothing was saved/),
      unavailable: 'catalog',
    });
    expect(await total()).toBe(before);
    expect(await api.getPostmortem({ params: { id } })).toMatchObject({
      teamRefs: ['group:default/checkout'],
    });
    const patched = await api.updatePostmortem({
      params: { id },
      body: { title: 'Still writable', mitigatedAt: '2026-03-10T10:00:00Z' },
      ifMatch: revision,
    });
    expect(patched.title).toBe('Still writable');
  });

  it('rejects steps that the state does not allow', async () => {
    const { api } = portal;
    const draft = await api.createPostmortem({
      body: aCreate({ severity: 'SEV-4', resolvedAt: undefined }),
    });
    const params = { id: draft.id };
    const change = (to: 'draft' | 'published', ifMatch: number) =>
      api.changeStatus({ params, body: { to }, ifMatch });
    for (const to of ['draft', 'published'] as const) {
      expect(await refusal(change(to, 1))).toMatchObject({
        status: 409,
        message: expect.stringMatching(/in-review/),
      });
    }
    await complete(api, draft);
    expect(await refusal(publish(api, draft))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/resolvedAt/),
    });
    const { revision: ifMatch } = await api.getPostmortem({ params });
    expect(
      await refusal(
        portal
          .as('bob')
          .putWaiver({ params, body: { reason: 'Why not' }, ifMatch }),
      ),
    ).toMatchObject({ status: 409 });
    expect(
      await refusal(
        portal.as('bob').putExtension({
          params,
          body: { reason: 'Later', dueAt: '2026-05-01T00:00:00Z' },
          ifMatch,
        }),
      ),
    ).toMatchObject({ status: 409 });
    expect(
      await refusal(
        api.deleteWaiver({ params, body: { reason: 'None needed' }, ifMatch }),
      ),
    ).toMatchObject({ status: 404 });
  });

  it('serves an OpenAPI document of every endpoint', async () => {
    const response = await fetch(`${portal.url}/openapi.json`, {
      headers: portal.headers,
    });
    const document = await response.json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values<object>(document.paths).flatMap(path =>
      Object.values<{ operationId: string }>(path as never),
    );
    const disabled: readonly string[] = LIVE_OPERATIONS;
    expect(operations.map(each => each.operationId).sort()).toEqual(
      Object.keys(endpoints)
        .filter(name => !disabled.includes(name))
        .sort(),
    );
    const listing = document.paths['/postmortems'].get;
    expect(
      listing.parameters.find(
        (each: { name: string }) => each.name === 'limit',
      ),
    ).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
    });
  });
});

it.each([
  [
    'severity',
    { policies: [{ rules: [{ severity: 'SEV-9', due: { hours: 1 } }] }] },
  ],
  ['timeZone', { policies: [{ timeZone: 'Mars/Olympus' }] }],
])(
  'does not start with a wrong %s in its configuration',
  async (key, postmortems) => {
    const knex = await databases.init('SQLITE_3');
    await expect(
      startPortal({ knex, config: { postmortems } as never }),
    ).rejects.toThrow(new RegExp(`postmortems\\.policies\\[0\\].*${key}`, 's'));
  },
);

it('requires a permission for every operation', async () => {
  const portal = await startPortal({
    knex: await databases.init('SQLITE_3'),
    permission: AuthorizeResult.DENY,
  });
  // Enough to call every operation; whether the postmortem exists must not matter.
  const subject = {
    id: 'PM-1',
    title: 'Checkout is slow',
    revision: 1,
    contentRevision: 1,
    actionItems: [{ id: 'PM-1/A1', revision: 1 }],
    timeline: [{ id: '1' }],
    contributingFactors: [{ id: '1' }],
  } as Postmortem;
  for (const name of OPERATIONS) {
    const { input } = lineOf(name);
    const request = typeof input === 'function' ? input(subject, 1) : input;
    const outcome = await refusal(call(portal.api, name, request));
    expect([name, outcome.status]).toEqual([name, 403]);
  }
  await portal.stop();
});
