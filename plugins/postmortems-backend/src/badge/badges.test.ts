import { TestDatabases } from '@backstage/backend-test-utils';
import { XMLValidator } from 'fast-xml-parser';
import {
  aCreate,
  publish,
  complete,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { toSvg } from './toSvg';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SERVICE = 'component/default/checkout-api';

/** Fetches a badge as a browser does, without a token. */
async function badge(
  { url }: Pick<TestPortal, 'url'>,
  service: string,
  show?: string,
) {
  const response = await fetch(
    `${url}/badges/${service}.svg${show ? `?show=${show}` : ''}`,
  );
  const body = await response.text();
  const [, title] = body.match(/<title>(.*)<\/title>/) ?? [];
  return { status: response.status, headers: response.headers, title, body };
}

describe.each(databases.eachSupportedId())('%s', id => {
  it('shows figures of internal postmortems only', async () => {
    const knex = await databases.init(id);
    const portal = await startPortal({
      knex,
      config: { postmortems: { badges: { enabled: true } } },
    });
    const { api } = portal;
    const titles = async (service: string) => [
      (await badge(portal, service)).title,
      (await badge(portal, service, 'open')).title,
      (await badge(portal, service, 'on-time')).title,
    ];
    const nothing = [
      'days since SEV-1: none recorded',
      'open postmortems: 0',
      'postmortems on time: none due',
    ];
    const severe = (day: string) =>
      aCreate({
        severity: 'SEV-1',
        startedAt: `2026-03-${day}T09:00:00Z`,
        resolvedAt: `2026-03-${day}T10:00:00Z`,
      });

    await api.createPostmortem({
      body: {
        ...severe('05'),
        visibility: 'restricted',
        ownerRef: 'user:default/alice',
      },
    });
    const alarm = await api.createPostmortem({ body: severe('11') });
    await api.updatePostmortem({
      params: { id: alarm.id },
      body: { outcome: 'false-alarm' },
      ifMatch: alarm.revision,
    });
    await complete(api, alarm);
    await publish(api, alarm);
    expect(await titles(SERVICE)).toEqual([
      nothing[0],
      nothing[1],
      'postmortems on time: 100%',
    ]);

    await api.createPostmortem({ body: severe('02') });
    expect(await titles(SERVICE)).toEqual([
      'days since SEV-1: 10',
      'open postmortems: 1, 1 overdue',
      'postmortems on time: 50%',
    ]);
    expect(await titles('COMPONENT/Default/Checkout-API')).toEqual(
      await titles(SERVICE),
    );
    // Services without postmortems, unknown ones, and what cannot be a reference.
    for (const service of [
      'component/default/checkout-web',
      'component/default/unknown',
      'component/default/%00',
      'component/default/..%2f..%2fsecret',
      'component/default/%3Cscript%3E',
      `component/default/${'x'.repeat(300)}`,
    ]) {
      expect(await titles(service)).toEqual(nothing);
    }
    await portal.stop();
  });

  it('is cacheable, needs no token and rejects bad requests', async () => {
    const knex = await databases.init(id);
    const portal = await startPortal({
      knex,
      config: {
        postmortems: { badges: { enabled: true, maxRequestsPerMinute: 8 } },
      },
    });
    const { headers, body } = await badge(portal, SERVICE);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'",
    });
    expect(XMLValidator.validate(body)).toBe(true);
    const again = await fetch(`${portal.url}/badges/${SERVICE}.svg`, {
      headers: { 'If-None-Match': headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    expect((await badge(portal, SERVICE, 'secrets')).status).toBe(400);
    expect((await badge(portal, `${SERVICE}%zz`)).status).toBe(400);
    expect((await badge(portal, `${SERVICE}/more`)).status).toBe(404);
    const statuses = [];
    for (let sent = 0; sent < 8; sent++) {
      statuses.push((await badge(portal, SERVICE)).status);
    }
    expect(statuses).toContain(200);
    expect(statuses.at(-1)).toBe(429);
    await portal.stop();
  });

  it('is not served by default, and names wrong keys', async () => {
    const knex = await databases.init(id);
    const portal = await startPortal({ knex });
    expect((await badge(portal, SERVICE)).status).not.toBe(200);
    await portal.stop();
    await expect(
      startPortal({
        knex,
        config: { postmortems: { badges: { enable: true } } },
      }),
    ).rejects.toThrow(
      'postmortems.badges: has unknown keys: enable. Use enabled, maxRequestsPerMinute',
    );
  });
});

it('escapes what it shows', () => {
  const svg = toSvg({ label: `<b>&"'\u0000\u0008`, message: '\ud800😀' });
  expect(XMLValidator.validate(svg)).toBe(true);
  expect(svg).toContain('aria-label="&lt;b&gt;&amp;&quot;&apos;: 😀"');
});
