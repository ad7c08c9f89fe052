import { AuthenticationError, InputError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { request } from '@octokit/request';
import {
  TicketNotFoundError,
  TicketRefusedError,
  TrackerUnavailableError,
  isSignedWith,
} from 'backstage-plugin-postmortems-node';
import type {
  CreateTicketRequest,
  FindTicketRequest,
  TicketState,
  TicketTracker,
  TrackerCallOptions,
  TrackerWebhook,
} from 'backstage-plugin-postmortems-node';
import { describeIssue, markerOf, titleOf } from './describeIssue';
import {
  keyOf,
  nameOf,
  parseIssueKey,
  parseIssueUrl,
  parseRepository,
} from './repository';
import type { IssueRef, Repository } from './repository';
import { isGitHubError, toTrackerError } from './toTrackerError';

/** Issues per page, GitHub's maximum. */
const PAGE = 100;
/** Tolerated difference from GitHub's clock, in milliseconds. */
const CLOCK_SKEW = 10 * 60_000;
/** Close reasons that mean the issue was not done. */
const DECLINED = ['not_planned', 'duplicate'];

export interface GitHubTrackerOptions {
  /** Configured GitHub integrations. */
  integrations: GithubIntegrationConfig[];
  credentials: GithubCredentialsProvider;
  /** Added to every created issue. */
  labels: string[];
  webhookSecret?: string;
}

/** The issue fields in the API that are used here. */
interface Issue {
  html_url: string;
  state: string;
  state_reason?: string | null;
  body?: string | null;
  created_at: string;
}

/** Tickets in GitHub Issues, on github.com and GitHub Enterprise. */
export class GitHubTracker implements TicketTracker {
  readonly id = 'github';
  readonly title = 'GitHub Issues';
  readonly parseWebhook?: TicketTracker['parseWebhook'];
  readonly #options: GitHubTrackerOptions;

  constructor(options: GitHubTrackerOptions) {
    this.#options = options;
    const { webhookSecret } = options;
    if (webhookSecret) {
      this.parseWebhook = async webhook => parseWebhook(webhook, webhookSecret);
    }
  }

  async create(
    ticket: CreateTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState> {
    const repository = repositoryOf(ticket.project);
    return this.#call(repository, options, async github => {
      const { data } = await github('POST /repos/{owner}/{repo}/issues', {
        ...namesIn(repository),
        title: titleOf(ticket),
        body: describeIssue(ticket),
        labels: this.#options.labels,
      });
      return toState(data);
    });
  }

  /**
   * Lists issues rather than searching for them, because GitHub takes a while to index new ones.
   */
  async findByIdempotencyKey(
    { project, idempotencyKey, since }: FindTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState | undefined> {
    const marker = markerOf(idempotencyKey);
    const earliest = new Date(since.getTime() - CLOCK_SKEW).toISOString();
    const repository = repositoryOf(project);
    return this.#call(repository, options, async github => {
      for (let page = 1; ; page++) {
        const { data } = await github('GET /repos/{owner}/{repo}/issues', {
          ...namesIn(repository),
          state: 'all',
          sort: 'created',
          direction: 'desc',
          since: earliest,
          per_page: PAGE,
          page,
        });
        const found = data.find(issue => issue.body?.includes(marker));
        if (found) return toState(found);
        const oldest = data[data.length - 1];
        if (data.length < PAGE || oldest.created_at < earliest) {
          return undefined;
        }
      }
    });
  }

  async fetch(key: string, options: TrackerCallOptions): Promise<TicketState> {
    const issue = issueOf(key);
    return this.#call(issue, options, github => fetchIssue(github, issue));
  }

  async setStatus(
    key: string,
    { status, declined }: Pick<TicketState, 'status' | 'declined'>,
    options: TrackerCallOptions,
  ): Promise<TicketState> {
    const issue = issueOf(key);
    return this.#call(issue, options, async github => {
      const current = await fetchIssue(github, issue);
      if (current.status === status) return current;
      const { data } = await github(
        'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        {
          ...namesIn(issue),
          issue_number: issue.number,
          state: status,
          ...(status === 'closed' && {
            state_reason: declined ? 'not_planned' : 'completed',
          }),
        },
      );
      return toState(data);
    });
  }

  parseUrl(url: string): string | undefined {
    const issue = parseIssueUrl(url);
    return issue && this.#integration(issue) ? keyOf(issue) : undefined;
  }

  #integration({ host }: Repository): GithubIntegrationConfig | undefined {
    return this.#options.integrations.find(each => each.host === host);
  }

  /** Calls the API with the portal's credentials for a repository. */
  async #call<T>(
    repository: Repository,
    { signal }: TrackerCallOptions,
    work: (github: GitHub) => Promise<T>,
  ): Promise<T> {
    const name = nameOf(repository);
    const { host, owner, repo } = repository;
    const integration = this.#integration(repository);
    if (!integration?.apiBaseUrl) {
      throw new TicketRefusedError(
        `${name} needs an integration for ${host}. Add it under integrations.github in app-config`,
      );
    }
    try {
      const { headers } = await this.#options.credentials.getCredentials({
        url: `https://${host}/${owner}/${repo}`,
      });
      if (!headers) {
        throw new TicketRefusedError(
          `No credentials for ${name}. Add them under integrations.github in app-config`,
        );
      }
      return await work(
        request.defaults({
          baseUrl: integration.apiBaseUrl,
          headers: { ...headers, 'x-github-api-version': '2022-11-28' },
          request: { signal },
        }),
      );
    } catch (error) {
      if (signal.aborted) {
        throw new TrackerUnavailableError('GitHub did not respond in time');
      }
      throw toTrackerError(error, name);
    }
  }
}

/** octokit with the credentials for a repository. */
type GitHub = typeof request;

async function fetchIssue(
  github: GitHub,
  issue: IssueRef,
): Promise<TicketState> {
  try {
    const { data } = await github(
      'GET /repos/{owner}/{repo}/issues/{issue_number}',
      { ...namesIn(issue), issue_number: issue.number },
    );
    return toState(data);
  } catch (error) {
    const status = isGitHubError(error) ? error.status : undefined;
    // GitHub also returns 404 if the whole repository is inaccessible, so check that.
    if (status === 404) {
      await github('GET /repos/{owner}/{repo}', namesIn(issue));
    }
    if (status === 404 || status === 410) {
      throw new TicketNotFoundError(`${keyOf(issue)} was deleted`);
    }
    throw error;
  }
}

function toState({ html_url, state, state_reason }: Issue): TicketState {
  const issue = parseIssueUrl(html_url);
  if (!issue) {
    // The issue was converted to something else, such as a discussion.
    throw new TicketNotFoundError(`The issue at ${html_url} no longer exists`);
  }
  const status = state === 'closed' ? 'closed' : 'open';
  const declined = status === 'closed' && DECLINED.includes(state_reason ?? '');
  return {
    key: keyOf(issue),
    url: html_url,
    status,
    ...(declined && {
      declined,
      statusName: state_reason?.replace('_', ' '),
    }),
  };
}

function namesIn({ owner, repo }: Repository) {
  return { owner, repo };
}

function repositoryOf(project: string): Repository {
  const repository = parseRepository(project);
  if (repository) return repository;
  throw new TicketRefusedError(
    `project must be a repository such as acme/shop, not "${project}"`,
  );
}

function issueOf(key: string): IssueRef {
  const issue = parseIssueKey(key);
  if (issue) return issue;
  throw new TicketNotFoundError(`${key} is not a GitHub issue`);
}

function parseWebhook(
  { headers, body }: TrackerWebhook,
  secret: string,
): string[] {
  if (!isSignedWith(secret, body, headers['x-hub-signature-256'])) {
    throw new AuthenticationError(
      'X-Hub-Signature-256 does not match the configured webhookSecret. Use the same secret in GitHub',
    );
  }
  if (headers['x-github-event'] !== 'issues') return [];
  let url: unknown;
  try {
    url = JSON.parse(body.toString()).issue.html_url;
  } catch {
    throw new InputError(
      'body must be JSON with an issue. Set the content type of the webhook to application/json',
    );
  }
  const issue = parseIssueUrl(String(url));
  return issue ? [keyOf(issue)] : [];
}
