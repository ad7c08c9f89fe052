import { TestDatabases } from '@backstage/backend-test-utils';
import { NOW, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

interface ListedAction {
  name: string;
  attributes: { readOnly: boolean; destructive: boolean };
  schema: {
    input: { properties: Record<string, object>; required?: string[] };
  };
}

describe('actions for agents', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init('SQLITE_3') });
  });
  afterAll(() => portal.stop());

  async function invoke(name: string, input: object) {
    const response = await fetch(
      `${portal.url}/.backstage/actions/v1/actions/postmortems:${name}/invoke`,
      {
        method: 'POST',
        headers: { ...portal.headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      },
    );
    const body = await response.json();
    return { status: response.status, output: body.output, error: body.error };
  }

  it('describe their input', async () => {
    const response = await fetch(
      `${portal.url}/.backstage/actions/v1/actions`,
      { headers: portal.headers },
    );
    const { actions } = (await response.json()) as { actions: ListedAction[] };
    const byName = new Map(actions.map(action => [action.name, action]));

    expect(byName.get('list-postmortems')).toMatchObject({
      attributes: { readOnly: true, destructive: false },
      schema: {
        input: {
          properties: {
            complianceStatus: {
              type: 'array',
              items: { enum: expect.arrayContaining(['overdue']) },
            },
          },
        },
      },
    });
    expect(byName.get('search-postmortems')).toMatchObject({
      attributes: { readOnly: true, destructive: false },
      schema: { input: { properties: { severity: {} }, required: ['q'] } },
    });
    expect(byName.get('list-postmortems')!.schema.input.required ?? []).toEqual(
      [],
    );
    expect(byName.get('update-action-item')).toMatchObject({
      attributes: { readOnly: false },
      schema: {
        input: {
          properties: { id: {}, key: {}, status: {}, ifMatch: {} },
          required: expect.arrayContaining(['id', 'key', 'ifMatch']),
        },
      },
    });
    expect(actions.map(action => action.name).join()).not.toMatch(
      /delete|publish|waive|extension|import/,
    );
  });

  it('behave like the REST API', async () => {
    const { output: preview } = await invoke('preview-postmortem-deadline', {
      severity: 'SEV-1',
      startedAt: '2026-03-10T09:14:00Z',
      resolvedAt: '2026-03-10T11:28:00Z',
    });
    expect(preview.deadline.dueAt).toBe('2026-03-13T23:59:59.999Z');

    const { output: created } = await invoke('create-postmortem', {
      title: 'Checkout returned 500s',
      severity: 'critical',
      startedAt: '2026-03-10T09:14:00Z',
      resolvedAt: '2026-03-10T11:28:00Z',
      entityRefs: ['component:default/checkout-api'],
    });
    expect(created).toMatchObject({
      id: 'PM-1',
      severity: 'SEV-1',
      createdBy: 'user:default/alice',
    });

    const { output: item } = await invoke('add-action-item', {
      id: 'PM-1',
      title: 'Flush in steps',
      kind: 'prevent',
      priority: 'P1',
    });
    const change = { id: 'PM-1', key: 'A1', status: 'open' };
    expect(
      await invoke('update-action-item', { ...change, ifMatch: item.revision }),
    ).toMatchObject({
      status: 400,
      error: { message: expect.stringMatching(/ownerRef/) },
    });
    expect(
      await invoke('update-action-item', {
        ...change,
        ownerRef: 'user:default/bob',
        ifMatch: 7,
      }),
    ).toMatchObject({ status: 412 });
    const { output: committed } = await invoke('update-action-item', {
      ...change,
      ownerRef: 'user:default/bob',
      ifMatch: item.revision,
    });
    expect(committed).toMatchObject({ status: 'open', overdue: false });

    const { output: matches } = await invoke('search-postmortems', {
      q: 'flush',
    });
    expect(matches.items).toMatchObject([
      {
        id: 'PM-1',
        snippet: {
          part: 'action-item',
          segments: [{ text: 'Flush', isMatch: true }, { text: ' in steps' }],
        },
      },
    ]);
    expect(await invoke('search-postmortems', {})).toMatchObject({
      status: 400,
      error: { message: expect.stringMatching(/q/) },
    });

    const { output: found } = await invoke('list-action-items', {
      teamRef: ['group:default/checkout'],
      dueAfter: NOW,
    });
    expect(found.items).toMatchObject([{ id: 'PM-1/A1' }]);
    expect(
      await invoke('list-postmortems', { severityy: ['SEV-1'] }),
    ).toMatchObject({
      status: 400,
      error: {
        message: expect.stringMatching(
          /^severityy is not known here; use .*severity,/,
        ),
      },
    });
  });
});
