import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import express from 'express';
import type { ErrorRequestHandler } from 'express';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { CreatePostmortem } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import {
  ENTITIES,
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { createAtomRouter } from '../http/atomFeeds';
import type { FeedContext } from './context';
import { hashOf, newToken } from './token';
import { toAtom } from './toAtom';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MINUTE = 60_000;

function start(
  knex: Knex,
  more: Partial<Parameters<typeof startPortal>[0]> = {},
) {
  return startPortal({
    knex,
    config: {
      app: { baseUrl: 'https://portal.example.com' },
      postmortems: { feeds: { enabled: true } },
    },
    ...more,
  });
}

/** Fetches a feed as a feed reader does, without a token of the portal. */
async function read(
  portal: TestPortal,
  { url }: { url: string },
  headers: Record<string, string> = {},
) {
  // The external URL of the test backend is another one.
  const response = await fetch(
    portal.url + new URL(url).pathname.split('/postmortems')[1],
    {
      headers,
    },
  );
  const body = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body,
    titles: [...body.matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(
      ([, title]) => title,
    ),
  };
}

/** Publishes postmortems, one per minute. */
async function published(
  portal: TestPortal,
  ...all: Partial<CreatePostmortem>[]
) {
  const ids = [];
  for (const more of all) {
    const { id } = await portal.api.createPostmortem({ body: aCreate(more) });
    await complete(portal.api, { id });
    await publish(portal.api, { id });
    portal.clock.now = new Date(portal.clock.now.getTime() + MINUTE);
    ids.push(id);
  }
  return ids;
}

describe.each(databases.eachSupportedId())('%s', id => {
  it('contains published internal postmortems of all, a team or an entity', async () => {
    const knex = await databases.init(id);
    const portal = await start(knex);
    const { api } = portal;
    const teamRef = 'group:default/platform';
    const entityRef = 'component:default/checkout-web';
    const all = await api.createFeed({ body: {} });
    const team = await api.createFeed({ body: { teamRef } });
    const entity = await api.createFeed({ body: { entityRef } });
    const titles = async () => [
      (await read(portal, all)).titles,
      (await read(portal, team)).titles,
      (await read(portal, entity)).titles,
    ];
    expect(await titles()).toEqual([[], [], []]);
    expect(XMLValidator.validate((await read(portal, all)).body)).toBe(true);

    await published(
      portal,
      { title: 'One <script>alert(1)</script> & "two"' },
      { title: 'Database', entityRefs: ['resource:default/payments-db'] },
      { title: 'Web', entityRefs: ['resource:default/payments-db', entityRef] },
      {
        title: 'Secret',
        entityRefs: ['resource:default/payments-db', entityRef],
        visibility: 'restricted',
        ownerRef: 'user:default/alice',
      },
    );
    await api.createPostmortem({ body: aCreate({ title: 'Draft' }) });
    const one =
      'PM-1 One &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;two&quot;';
    expect(await titles()).toEqual([
      ['PM-3 Web', 'PM-2 Database', one],
      ['PM-3 Web', 'PM-2 Database'],
      ['PM-3 Web'],
    ]);

    const { body, headers } = await read(portal, all);
    expect(headers.get('content-type')).toBe(
      'application/atom+xml; charset=utf-8',
    );
    expect(XMLValidator.validate(body)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(body);
    expect(feed).toMatchObject({
      id: `https://portal.example.com/postmortems#feed-${all.id}`,
      title: 'Postmortems',
      updated: feed.entry[0].published,
    });
    expect(feed.entry[2]).toEqual({
      id: 'https://portal.example.com/postmortems/PM-1',
      title: 'PM-1 One <script>alert(1)</script> & "two"',
      published: '2026-03-12T12:00:00.000Z',
      updated: '2026-03-12T12:00:00.000Z',
      link: { '@_href': 'https://portal.example.com/postmortems/PM-1' },
      category: { '@_term': 'SEV-2' },
      summary: 'SEV-2, started 2026-03-10',
    });

    // Unchanged feeds aren't sent again, changed ones are.
    const cached = { 'If-None-Match': headers.get('etag')! };
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect((await read(portal, all, cached)).status).toBe(304);
    const web = await api.getPostmortem({ params: { id: 'PM-3' } });
    await api.updatePostmortem({
      params: { id: 'PM-3' },
      body: { visibility: 'restricted' },
      ifMatch: web.revision,
    });
    expect(await read(portal, all, cached)).toMatchObject({
      status: 200,
      titles: ['PM-2 Database', one],
    });

    await knex('postmortems').whereIn('id', [1, 2]).update({ title: 'x' });
    const [row] = await knex('postmortems').where({ id: 1 });
    await knex.batchInsert(
      'postmortems',
      Array.from({ length: 60 }, (_, index) => ({ ...row, id: 100 + index })),
      5,
    );
    expect((await read(portal, all)).titles).toHaveLength(50);
    await portal.stop();
  });

  it('ends when it is revoked, and when its creator leaves', async () => {
    const knex = await databases.init(id);
    const portal = await start(knex);
    const [alice, bob] = [portal.as('alice'), portal.as('bob')];
    const feed = await alice.createFeed({ body: {} });
    const other = await alice.createFeed({ body: {} });
    const { url, ...listed } = feed;
    expect((await alice.listFeeds({})).items).toContainEqual(listed);
    expect((await bob.listFeeds({})).items).toEqual([]);

    // Only the hash of a token of 256 bits is stored.
    const [, token] = url.match(/\/atom\/([\w-]{43})\.xml$/)!;
    expect(other.url).not.toContain(token);
    const rows = await knex('postmortem_feeds').orderBy('id');
    expect(rows[0].token_hash).toBe(hashOf(token));
    expect(JSON.stringify(rows)).not.toContain(token);

    // Others cannot revoke it.
    await bob.removeFeed({ params: { feedId: feed.id } });
    expect((await read(portal, feed)).status).toBe(200);
    await alice.removeFeed({ params: { feedId: feed.id } });
    expect((await read(portal, feed)).status).toBe(404);
    expect((await read(portal, other)).status).toBe(200);
    for (const wrong of ['x', `${token}x`, '%00', `${token.slice(1)}%27`]) {
      const guess = { url: url.replace(token, wrong) };
      expect((await read(portal, guess)).status).toBe(404);
    }

    portal.catalog.down = true;
    expect(await read(portal, other)).toMatchObject({
      status: 503,
      body: expect.stringContaining('access to the feed cannot be checked'),
    });
    portal.catalog.down = false;
    portal.catalog.entities = ENTITIES.filter(
      ({ metadata }) => metadata.name !== 'alice',
    );
    expect((await read(portal, other)).status).toBe(404);
    expect(await refusal(alice.createFeed({ body: {} }))).toMatchObject({
      status: 400,
      message: expect.stringContaining(
        'user:default/alice is not in the catalog',
      ),
    });
    await portal.stop();
  });

  it('rejects what it cannot create, and limits requests', async () => {
    const knex = await databases.init(id);
    const portal = await start(knex, {
      config: {
        postmortems: { feeds: { enabled: true, maxRequestsPerMinute: 3 } },
      },
    });
    const { api } = portal;
    const teamRef = 'group:default/nobody';
    expect(await refusal(api.createFeed({ body: { teamRef } }))).toMatchObject({
      status: 400,
      message: `teamRef: ${teamRef} is not in the catalog. Use an existing entity`,
    });
    expect(
      await refusal(
        api.createFeed({
          body: { teamRef, entityRef: 'component:default/checkout-api' },
        }),
      ),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('at most one of teamRef and entityRef'),
    });
    const feed = await api.createFeed({ body: {} });
    for (let more = 1; more < 20; more++) await api.createFeed({ body: {} });
    expect(await refusal(api.createFeed({ body: {} }))).toMatchObject({
      status: 400,
      message: expect.stringContaining('Revoke one first'),
    });
    expect((await read(portal, feed)).body).toContain('urn:postmortems:');
    const statuses = [];
    for (let sent = 0; sent < 4; sent++) {
      statuses.push((await read(portal, feed)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    await portal.stop();
  });

  it('serves nothing by default, and keeps the feeds', async () => {
    const knex = await databases.init(id);
    const on = await start(knex);
    const feed = await on.api.createFeed({ body: {} });
    expect((await read(on, feed)).status).toBe(200);
    await on.stop();

    const off = await startPortal({ knex });
    expect((await read(off, feed)).status).toBe(404);
    expect(await off.api.listFeeds({})).toMatchObject({
      enabled: false,
      items: [{ id: feed.id }],
    });
    expect(await refusal(off.api.createFeed({ body: {} }))).toMatchObject({
      status: 400,
      message: expect.stringContaining('postmortems.feeds.enabled'),
    });
    await off.stop();
  });
});

it.each([true, false])(
  'keeps tokens out of the request log (enabled: %s)',
  async enabled => {
    const token = newToken();
    const logged: string[] = [];
    const app = express();
    app.use((req, res, next) => {
      // As in Backstage's MiddlewareFactory.
      res.on('finish', () => logged.push(req.originalUrl));
      next();
    });
    app.use(
      '/api/postmortems',
      createAtomRouter({
        config: { enabled, maxRequestsPerMinute: 9 },
        ctx: {
          feeds: { findByToken: async () => undefined },
        } as unknown as FeedContext,
        auth: mockServices.auth(),
      }),
    );
    const onError: ErrorRequestHandler = (_error, _req, res, _next) => {
      res.sendStatus(404);
    };
    app.use(onError);
    const server = app.listen(0, 'localhost');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    for (const path of [
      `atom/${token}.xml?x`,
      `ATOM/${token}.xml`,
      `atom/${token}`,
    ]) {
      const url = `http://localhost:${port}/api/postmortems/${path}`;
      expect((await fetch(url)).status).toBe(404);
    }
    server.close();
    expect(logged.map(url => url.toLocaleLowerCase('en'))).toEqual(
      Array(3).fill('/api/postmortems/atom/[token]'),
    );
  },
);

it('escapes everything it contains', () => {
  const atom = toAtom(
    {
      id: '1',
      userRef: 'user:default/alice',
      teamRef: 'group:default/<&>',
      createdAt: '2026-03-12T12:00:00.000Z',
    },
    [
      {
        number: 1,
        title: ']]>\u0000\u000b<a>&amp;\ud800',
        severity: '"><x/>',
        startedAt: '2026-03-12T12:00:00.000Z',
        publishedAt: '2026-03-12T12:00:00.000Z',
      },
    ],
    'https://portal.example.com/?a=1&b="',
  );
  expect(XMLValidator.validate(atom)).toBe(true);
  expect(atom).toContain('<title>PM-1 ]]&gt;&lt;a&gt;&amp;amp;</title>');
  expect(atom).toContain('<category term="&quot;&gt;&lt;x/&gt;"/>');
});
