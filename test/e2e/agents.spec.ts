import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect, test } from '@playwright/test';

const WRITER = 'user:default/kwame.mensah';
const OUTSIDER = 'user:default/yuki.tanaka';

/** A word that is in no other postmortem. */
const WORD = 'quokkasaurus';

async function tokenOf(user: string): Promise<string> {
  const response = await fetch(
    `${process.env.PORTAL_URL}/api/auth/demo-user/refresh`,
    {
      headers: { 'x-demo-user': user, 'x-requested-with': 'XMLHttpRequest' },
    },
  );
  const session = await response.json();
  return session.backstageIdentity.token;
}

/** Connects the official MCP client to the portal as a user. */
async function connect(user: string) {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${process.env.PORTAL_URL}/api/mcp-actions/v1`),
      {
        requestInit: {
          headers: { Authorization: `Bearer ${await tokenOf(user)}` },
        },
      },
    ),
  );
  const { tools } = await client.listTools();
  const call = async (action: string, input: Record<string, unknown>) => {
    const { name } = tools.find(tool => tool.name.endsWith(action))!;
    const result = await client.callTool({ name, arguments: input });
    return JSON.stringify(result);
  };
  return { call, close: () => client.close() };
}

test('the MCP client searches, compares and reads insights as a user', async () => {
  const writer = await connect(WRITER);
  const outsider = await connect(OUTSIDER);
  const created = await writer.call('create-postmortem', {
    title: `The ${WORD} outage`,
    severity: 'SEV-1',
    startedAt: '2025-03-01T10:00:00Z',
    entityRefs: ['component:default/control-plane'],
    visibility: 'restricted',
    contributors: [{ userRef: WRITER, role: 'scribe' }],
  });
  const [id] = /PM-\d+/.exec(created) ?? [created];
  expect(id).toMatch(/^PM-\d+$/);

  const search = { q: WORD };
  expect(await writer.call('search-postmortems', search)).toContain(id);
  expect(await outsider.call('search-postmortems', search)).toContain(
    '"totalItems":0',
  );
  expect(
    await outsider.call('search-postmortems', { q: 'certificate' }),
  ).toContain('PM-');

  expect(await outsider.call('get-postmortem', { id })).toContain('not found');

  const incident = {
    title: `Another ${WORD} outage`,
    entityRef: ['component:default/control-plane'],
  };
  expect(await writer.call('find-similar-postmortems', incident)).toContain(id);
  expect(
    await outsider.call('find-similar-postmortems', incident),
  ).not.toContain(id);

  const range = {
    startedAfter: '2025-03-01T00:00:00Z',
    startedBefore: '2025-03-02T00:00:00Z',
  };
  expect(await writer.call('get-postmortem-insights', range)).toContain(
    '"SEV-1"',
  );
  const hidden = await outsider.call('get-postmortem-insights', range);
  expect(hidden).toContain('"incidents":{"n":0');
  expect(hidden).not.toContain('"SEV-1"');

  await writer.close();
  await outsider.close();
});
