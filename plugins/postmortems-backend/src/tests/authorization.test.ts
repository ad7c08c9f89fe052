import { TestDatabases } from '@backstage/backend-test-utils';
import { endpoints } from 'backstage-plugin-postmortems-common';
import type {
  BulkUpdateResult,
  Endpoint,
  EndpointName,
  Postmortem,
  Visibility,
} from 'backstage-plugin-postmortems-common';
import { aCreate, refusal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  OPERATIONS,
  QUESTIONS,
  call,
  lineOf,
} from '../__testUtils__/operations';
import {
  AGENT_ACTIONS,
  ROLES,
  SEARCH_ACTIONS,
  SECRET,
  aSubject,
  asAgentOf,
  asRole,
  asSearcherOf,
  startPortalWithRoles,
} from '../__testUtils__/roles';
import type { Role } from '../__testUtils__/roles';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** They respond with 200 and a result per item. */
const IN_BULK: EndpointName[] = ['bulkUpdateActionItems', 'confirmImports'];

function expected(
  name: EndpointName,
  role: Role,
  visibility: Visibility,
): number {
  const { method, status }: Endpoint = endpoints[name];
  const { about, only } = lineOf(name);
  const changes = method !== 'get' && !QUESTIONS.includes(name);

  if (role === 'anonymous') return 401;
  if (role === 'reader' && changes) return 403;
  if (about === 'one') {
    if (visibility === 'restricted' && !ROLES[role].concerned) return 404;
    if (role === 'limited' && changes) return 403;
  }
  return only && !only.includes(role) ? 403 : status;
}

/** The outcome of a call: status and everything in the response. */
async function outcomeOf(
  name: EndpointName,
  answer: Promise<unknown>,
): Promise<{ status: number; told: string }> {
  try {
    const told = await answer;
    const refused =
      IN_BULK.includes(name) && (told as BulkUpdateResult).results[0].error;
    return {
      status: refused
        ? { NotFoundError: 404, NotAllowedError: 403 }[refused.name] ?? 500
        : endpoints[name].status,
      told: refused ? refused.message : JSON.stringify(told) ?? '',
    };
  } catch {
    const { status, message } = await refusal(answer);
    return { status, told: message };
  }
}

/** Whether a response reveals more than that no postmortem has this id. */
function tells(
  told: string,
  { id, status, name }: { id: string; status: number; name: EndpointName },
): boolean {
  if (told.includes(SECRET)) return true;
  if (lineOf(name).about !== 'one') return told.includes(`"${id}"`);
  return status === 404 && !told.endsWith(`Postmortem ${id} not found`);
}

const operationsOf = (actions: { operation: EndpointName }[]) =>
  actions.map(({ operation }) => operation);

describe.each([
  ['operation', OPERATIONS, asRole],
  ['action for agents', operationsOf(AGENT_ACTIONS), asAgentOf],
  ['search for agents', operationsOf(SEARCH_ACTIONS), asSearcherOf],
])('Every %s, by every role', (_what, names, as) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortalWithRoles({
      knex: await databases.init('SQLITE_3'),
    });
  });
  afterAll(() => portal.stop());

  it.each(
    names.flatMap(name =>
      (['internal', 'restricted'] as const).map(
        visibility => [name, visibility] as const,
      ),
    ),
  )('%s, %s', async (name, visibility) => {
    const line = lineOf(name);
    let subject: Postmortem | undefined;
    let made: unknown;
    for (const role of Object.keys(ROLES) as Role[]) {
      if (!subject) {
        const id = await aSubject(portal, visibility);
        const params = { id };
        subject = await portal.asService.getPostmortem({ params });
        if (line.about === 'one') {
          made = await line.first?.(asRole(portal, 'owner'), subject, portal);
        }
      }
      const { id } = subject;
      const input =
        typeof line.input === 'function'
          ? line.input(subject, made)
          : line.input;
      const { status, told } = await outcomeOf(
        name,
        call(as(portal, role), name, input),
      );
      const hidden = visibility === 'restricted' && !ROLES[role].concerned;
      expect([
        role,
        status,
        hidden && tells(told, { id, status, name }),
      ]).toEqual([role, expected(name, role, visibility), false]);
      // Use a new postmortem after a change.
      if (status < 300 && endpoints[name].method !== 'get') subject = undefined;
    }
  });
});

describe('Permissions in lists', () => {
  const permissions = ['postmortem.update', 'action-item.update'];

  it('are those that the caller has for each item', async () => {
    const portal = await startPortalWithRoles({
      knex: await databases.init('SQLITE_3'),
    });
    const id = await aSubject(portal, 'internal');
    const own = await portal.asService.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/limited' }),
    });
    const reported = async (role: Role) => {
      const api = asRole(portal, role);
      const postmortems = await api.listPostmortems({ query: { permissions } });
      const actionItems = await api.listActionItems({ query: { permissions } });
      return Object.fromEntries(
        [...postmortems.items, ...actionItems.items].map(item => [
          item.id,
          item.permissions,
        ]),
      );
    };

    expect(await reported('owner')).toEqual({
      [id]: permissions,
      [own.id]: permissions,
      [`${id}/A1`]: permissions,
    });
    // Decided by condition.
    expect(await reported('limited')).toEqual({
      [id]: [],
      [own.id]: permissions,
      [`${id}/A1`]: [],
    });
    expect(await reported('reader')).toEqual({
      [id]: [],
      [own.id]: [],
      [`${id}/A1`]: [],
    });
    const { items } = await portal.as('owner').listPostmortems({});
    expect(items[0]).not.toHaveProperty('permissions');
    await portal.stop();
  });
});
