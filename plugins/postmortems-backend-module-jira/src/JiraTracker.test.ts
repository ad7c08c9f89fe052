import { createHmac } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { describeTicketTracker } from 'backstage-plugin-postmortems-node/testUtils';
import type { TrackerBench } from 'backstage-plugin-postmortems-node/testUtils';
import { FakeJira, WORKFLOW } from './__testUtils__/FakeJira';
import { createJiraTracker } from './module';

jest.setTimeout(30_000);

const TOKEN = 'jira-not-to-be-told';
const SECRET = 'shared-with-jira';
const EMAIL = 'portal@example.com';
const BASIC = Buffer.from(`${EMAIL}:${TOKEN}`).toString('base64');

const CLOUD = {
  version: 3 as const,
  authorization: `Basic ${BASIC}`,
  config: { cloud: true, email: EMAIL },
};
const DATA_CENTER = {
  version: 2 as const,
  authorization: `Bearer ${TOKEN}`,
  config: {},
};

async function setUp({
  version,
  authorization,
  config,
}: typeof CLOUD | typeof DATA_CENTER) {
  const jira = new FakeJira(version, authorization);
  const baseUrl = await jira.server.start();
  const tracker = createJiraTracker(
    mockServices.rootConfig({
      data: {
        postmortems: {
          trackers: {
            jira: {
              baseUrl: `${baseUrl}/`,
              token: TOKEN,
              webhookSecret: SECRET,
              ...config,
            },
          },
        },
      },
    }),
  )!;
  return { jira, tracker };
}

function webhook(payload: object) {
  const body = Buffer.from(JSON.stringify(payload));
  return {
    headers: {
      'x-hub-signature': `sha256=${createHmac('sha256', SECRET)
        .update(body)
        .digest('hex')}`,
    },
    body,
  };
}

describe.each([
  ['Cloud', CLOUD],
  ['Data Center', DATA_CENTER],
])('Jira %s', (_, kind) => {
  describeTicketTracker('Jira', async (): Promise<TrackerBench> => {
    const { jira, tracker } = await setUp(kind);
    return {
      tracker,
      server: jira.server,
      project: 'OPS',
      secrets: [TOKEN, SECRET, BASIC],
      tickets: () =>
        jira.issues.map(({ key, fields }) => ({
          key,
          text: `${fields.summary}\n${
            typeof fields.description === 'string'
              ? fields.description
              : JSON.stringify(fields.description)
          }`,
        })),
      setStatus(key, status) {
        const name = { open: 'To Do', closed: 'Done', declined: "Won't Do" };
        jira.issue(key).fields.status = WORKFLOW.find(
          each => each.name === name[status],
        )!;
      },
      remove(key) {
        jira.issues = jira.issues.filter(issue => issue.key !== key);
      },
      lockOut() {
        jira.permitted = false;
      },
      tooManyRequests: [
        {
          answer: { status: 429, headers: { 'retry-after': '37' } },
          seconds: 37,
        },
        {
          answer: {
            status: 503,
            headers: {
              date: 'Thu, 12 Mar 2026 12:00:00 GMT',
              'retry-after': 'Thu, 12 Mar 2026 12:02:00 GMT',
            },
          },
          seconds: 120,
        },
      ],
      webhook: key =>
        webhook({ webhookEvent: 'jira:issue_updated', issue: { key } }),
      otherWebhook: () =>
        webhook({ webhookEvent: 'project_updated', project: { key: 'OPS' } }),
    };
  });
});

describe('Jira', () => {
  const options = { signal: new AbortController().signal };
  const request = {
    project: 'OPS',
    idempotencyKey: 'k',
    actionItem: {
      id: 'PM-1/A1',
      title: 'Do it',
      description: 'First,\nthen\n\n- one\n* two\n\n```sh\nrun\n\nagain\n```',
      kind: 'prevent' as const,
      priority: 'P0' as const,
    },
    postmortem: { id: 'PM-1', title: 'Down', url: 'http://x' },
  };

  it('formats paragraphs, lists and code for Cloud', async () => {
    const { jira, tracker } = await setUp(CLOUD);
    await tracker.create(request, options);
    await jira.server.stop();
    const text = (words: string) => ({ type: 'text', text: words });
    const item = (words: string) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [text(words)] }],
    });
    expect(jira.issues[0].fields).toMatchObject({
      labels: ['postmortem', 'action-item-k'],
      description: {
        type: 'doc',
        version: 1,
        content: [
          {
            type: 'paragraph',
            content: [text('First,'), { type: 'hardBreak' }, text('then')],
          },
          { type: 'bulletList', content: [item('one'), item('two')] },
          { type: 'codeBlock', content: [text('run\n\nagain')] },
          { type: 'rule' },
          { type: 'paragraph' },
        ],
      },
    });
  });

  it('formats the same in wiki markup for Data Center', async () => {
    const { jira, tracker } = await setUp(DATA_CENTER);
    await tracker.create(request, options);
    await jira.server.stop();
    expect(jira.issues[0].fields.description).toBe(
      'First,\nthen\n\n* one\n* two\n\n{noformat}\nrun\n\nagain\n{noformat}\n\n----\n\n' +
        'Action item [PM-1/A1|http://x] of the postmortem “Down”: P0, prevent',
    );
  });

  it('reports missing fields and missing transitions', async () => {
    const { jira, tracker } = await setUp(CLOUD);
    const { key } = await tracker.create(request, options);
    await expect(
      tracker.create({ ...request, project: 'OTHER' }, options),
    ).rejects.toThrow('Jira refused: project: valid project is required');
    jira.workflow = WORKFLOW.slice(0, 2);
    await expect(
      tracker.setStatus(key, { status: 'closed' }, options),
    ).rejects.toThrow(
      /OPS-1 cannot be closed: .* no such transition from To Do/,
    );
    await jira.server.stop();
  });

  it('reopens as To Do and closes as Done if several transitions fit', async () => {
    const { jira, tracker } = await setUp(CLOUD);
    const { key } = await tracker.create(request, options);
    const names = [];
    for (const status of ['closed', 'open'] as const) {
      const state = await tracker.setStatus(key, { status }, options);
      names.push(state.statusName);
    }
    expect(names).toEqual(['Done', 'To Do']);
    await jira.server.stop();
  });

  it('parses board URLs of this Jira only', () => {
    const tracker = createJiraTracker(
      mockServices.rootConfig({
        data: {
          postmortems: {
            trackers: {
              jira: { baseUrl: 'https://example.com/jira', token: TOKEN },
            },
          },
        },
      }),
    )!;
    const parsed = [
      'https://example.com/jira/browse/ops-7?focusedId=1',
      'https://example.com/jira/secure/RapidBoard.jspa?selectedIssue=OPS-8',
      'https://example.com/other/browse/OPS-9',
      'https://example.com/jira/browse/../OPS-9',
    ].map(url => tracker.parseUrl(url));
    expect(parsed).toEqual(['OPS-7', 'OPS-8', undefined, undefined]);
    expect(tracker.parseWebhook).toBeUndefined();
  });

  it('finds a moved issue by both keys', async () => {
    const { jira, tracker } = await setUp(CLOUD);
    await jira.server.stop();
    expect(
      await tracker.parseWebhook!(
        webhook({
          issue: { key: 'NEW-5' },
          changelog: { items: [{ field: 'Key', fromString: 'OPS-1' }] },
        }),
      ),
    ).toEqual(['NEW-5', 'OPS-1']);
  });

  it('is optional, and reports a wrong configuration', () => {
    expect(createJiraTracker(mockServices.rootConfig())).toBeUndefined();
    expect(() =>
      createJiraTracker(
        mockServices.rootConfig({
          data: {
            postmortems: {
              trackers: { jira: { baseUrl: 'acme', token: TOKEN } },
            },
          },
        }),
      ),
    ).toThrow(/postmortems\.trackers\.jira\.baseUrl: .*not "acme"/);
  });
});
