import { createHmac } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { describeTicketTracker } from 'backstage-plugin-postmortems-node/testUtils';
import type { TrackerBench } from 'backstage-plugin-postmortems-node/testUtils';
import { FakeGitHub } from './__testUtils__/FakeGitHub';
import type { GitHubTracker } from './GitHubTracker';
import { createGitHubTracker } from './module';

jest.setTimeout(30_000);

const TOKEN = 'ghp_not-to-be-told';
const SECRET = 'shared-with-github';
const options = { signal: new AbortController().signal };

async function setUp() {
  const github = new FakeGitHub(TOKEN);
  const integration = await github.start();
  const tracker = createGitHubTracker(
    mockServices.rootConfig({
      data: {
        integrations: { github: [integration] },
        postmortems: { trackers: { github: { webhookSecret: SECRET } } },
      },
    }),
  )!;
  return { github, tracker, project: `${integration.host}/acme/shop` };
}

function webhook(event: string, payload: object) {
  const body = Buffer.from(JSON.stringify(payload));
  return {
    headers: {
      'x-github-event': event,
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET)
        .update(body)
        .digest('hex')}`,
    },
    body,
  };
}

const numberOf = (key: string) => Number(key.split('#')[1]);
const inFiveMinutes = () => {
  const now = new Date();
  return {
    date: now.toUTCString(),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(now.getTime() / 1_000) + 300),
  };
};

describeTicketTracker('GitHub Issues', async (): Promise<TrackerBench> => {
  const { github, tracker, project } = await setUp();
  return {
    tracker,
    server: github.server,
    project,
    secrets: [TOKEN, SECRET],
    tickets: () =>
      github.issues.map(issue => ({
        key: `${project}#${issue.number}`,
        text: `${issue.title}\n${issue.body}`,
      })),
    setStatus(key, status) {
      Object.assign(github.issue(numberOf(key)), {
        state: status === 'open' ? 'open' : 'closed',
        state_reason: {
          open: 'reopened',
          closed: 'completed',
          declined: 'not_planned',
        }[status],
      });
    },
    remove(key) {
      github.issues = github.issues.filter(
        issue => issue.number !== numberOf(key),
      );
    },
    lockOut() {
      github.permitted = false;
    },
    tooManyRequests: [
      {
        answer: {
          status: 403,
          headers: { 'retry-after': '37' },
          body: { message: 'You have exceeded a secondary rate limit' },
        },
        seconds: 37,
      },
      {
        answer: {
          status: 429,
          headers: inFiveMinutes(),
          body: { message: 'API rate limit exceeded' },
        },
        seconds: 300,
      },
      {
        answer: {
          status: 403,
          body: { message: 'You have exceeded a secondary rate limit' },
        },
        seconds: 60,
      },
    ],
    webhook: key =>
      webhook('issues', {
        action: 'closed',
        issue: { html_url: github.issue(numberOf(key)).html_url },
      }),
    otherWebhook: () => webhook('ping', { zen: 'Keep it logically awesome.' }),
  };
});

describe('GitHub Issues', () => {
  let github: FakeGitHub;
  let tracker: GitHubTracker;
  let project: string;
  beforeEach(async () => {
    ({ github, tracker, project } = await setUp());
  });
  afterEach(() => github.server.stop());

  const made = () =>
    tracker.create(
      {
        project,
        idempotencyKey: 'k',
        actionItem: {
          id: 'PM-1/A1',
          title: 'Do it',
          description: '',
          kind: 'prevent',
          priority: 'P0',
        },
        postmortem: { id: 'PM-1', title: '@all see #1', url: 'http://x' },
      },
      options,
    );

  it('labels issues and neutralizes mentions', async () => {
    await made();
    const [{ labels, body }] = github.issues;
    expect(labels).toEqual([{ name: 'postmortem' }]);
    expect(body).not.toMatch(/@all|#1/);
  });

  it('follows an issue that was transferred', async () => {
    const { key } = await made();
    github.issue(1).html_url = github
      .issue(1)
      .html_url.replace('/acme/shop/issues/1', '/acme/cart/issues/7');
    expect((await tracker.fetch(key, options)).key).toBe(
      project.replace('shop', 'cart#7'),
    );
  });

  it('explains what is wrong with the repository', async () => {
    github.server.fail({
      status: 410,
      body: { message: 'Issues are disabled for this repo' },
    });
    await expect(made()).rejects.toThrow(`Issues are disabled in ${project}`);
    await expect(
      tracker.fetch('ghe.example.com/acme/shop#1', options),
    ).rejects.toThrow(/needs an integration for ghe\.example\.com/);
  });
});

describe('createGitHubTracker', () => {
  it('returns undefined without credentials for GitHub', () => {
    expect(createGitHubTracker(mockServices.rootConfig())).toBeUndefined();
  });

  it('formats keys of github.com without the host', () => {
    const tracker = createGitHubTracker(
      mockServices.rootConfig({
        data: {
          integrations: { github: [{ host: 'github.com', token: TOKEN }] },
        },
      }),
    )!;
    expect(tracker.parseUrl('https://github.com/acme/shop/issues/12')).toBe(
      'acme/shop#12',
    );
    expect(tracker.parseUrl('https://github.com/acme/shop/pull/12')).toBe(
      undefined,
    );
    expect(tracker.parseWebhook).toBeUndefined();
  });
});
