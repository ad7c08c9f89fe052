import { AuthenticationError, InputError } from '@backstage/errors';
import {
  TicketNotFoundError,
  TicketRefusedError,
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
import { describeInAdf, describeInWiki, summaryOf } from './describeIssue';
import { JiraClient, JiraProblem } from './JiraClient';
import type { JiraConnection } from './JiraClient';

const PROJECT = /^[A-Z][A-Z0-9_]*$/i;
const KEY = /^[A-Z][A-Z0-9_]*-[1-9]\d*$/i;
/** Resolutions and statuses that mean an issue was not done. */
const DECLINED =
  /^(won['’]?t (do|fix)|declined|rejected|cancell?ed|duplicate|cannot reproduce)$/i;

export interface JiraTrackerOptions extends JiraConnection {
  issueType: string;
  /** Added to every created issue. */
  labels: string[];
  webhookSecret?: string;
}

interface Issue {
  key: string;
  fields: {
    status: Status;
    resolution?: { name: string } | null;
  };
}

interface Status {
  name: string;
  /** A ticket is closed only in the category `done`. */
  statusCategory: { key: string };
}

interface Transition {
  id: string;
  to: Status;
}

/** Tickets in Jira, Cloud or Data Center. */
export class JiraTracker implements TicketTracker {
  readonly id = 'jira';
  readonly title = 'Jira';
  readonly parseWebhook?: TicketTracker['parseWebhook'];
  readonly #options: JiraTrackerOptions;
  readonly #client: JiraClient;

  constructor(options: JiraTrackerOptions) {
    this.#options = options;
    this.#client = new JiraClient(options);
    const { webhookSecret } = options;
    if (webhookSecret) {
      this.parseWebhook = async webhook => parseWebhook(webhook, webhookSecret);
    }
  }

  async create(
    request: CreateTicketRequest,
    { signal }: TrackerCallOptions,
  ): Promise<TicketState> {
    const { issueType, labels, apiVersion } = this.#options;
    const { project, idempotencyKey } = request;
    if (!PROJECT.test(project)) {
      throw new TicketRefusedError(
        `project must be a Jira project key such as OPS, not "${project}"`,
      );
    }
    const { key } = await this.#try(() =>
      this.#client.call<{ key: string }>('POST', '/issue', {
        signal,
        body: {
          fields: {
            project: { key: project },
            issuetype: { name: issueType },
            summary: summaryOf(request),
            description:
              apiVersion === 3
                ? describeInAdf(request)
                : describeInWiki(request),
            labels: [...labels, labelOf(idempotencyKey)],
          },
        },
      }),
    );
    return { key, url: this.#urlOf(key), status: 'open' };
  }

  async findByIdempotencyKey(
    { idempotencyKey }: FindTicketRequest,
    { signal }: TrackerCallOptions,
  ): Promise<TicketState | undefined> {
    const { issues } = await this.#try(() =>
      this.#client.call<{ issues: Issue[] }>(
        'POST',
        this.#options.apiVersion === 3 ? '/search/jql' : '/search',
        {
          signal,
          body: {
            jql: `labels = "${labelOf(idempotencyKey)}"`,
            fields: ['status', 'resolution'],
            maxResults: 1,
          },
        },
      ),
    );
    return issues.length > 0 ? this.#toState(issues[0]) : undefined;
  }

  async fetch(
    key: string,
    { signal }: TrackerCallOptions,
  ): Promise<TicketState> {
    return this.#tryWith(key, signal, async () =>
      this.#toState(
        await this.#client.call<Issue>(
          'GET',
          `${pathOf(key)}?fields=status,resolution`,
          { signal },
        ),
      ),
    );
  }

  async setStatus(
    key: string,
    wanted: Pick<TicketState, 'status' | 'declined'>,
    options: TrackerCallOptions,
  ): Promise<TicketState> {
    const { signal } = options;
    const current = await this.fetch(key, options);
    if (current.status === wanted.status) return current;

    const path = `${pathOf(current.key)}/transitions`;
    await this.#tryWith(key, signal, async () => {
      const { transitions } = await this.#client.call<{
        transitions: Transition[];
      }>('GET', path, { signal });
      const transition = chooseTransition(transitions, wanted);
      if (!transition) {
        throw new TicketRefusedError(
          `${key} cannot be ${
            wanted.status === 'closed' ? 'closed' : 'reopened'
          }: Jira offers the account in postmortems.trackers.jira no such transition from ${
            current.statusName
          }. Check the workflow, and the account's permissions`,
        );
      }
      await this.#client.call('POST', path, {
        signal,
        body: { transition: { id: transition.id } },
      });
    });
    return this.fetch(current.key, options);
  }

  parseUrl(url: string): string | undefined {
    if (!URL.canParse(url)) return undefined;
    const { origin, pathname, searchParams } = new URL(url);
    const { baseUrl } = this.#options;
    if (!`${origin}${pathname}`.startsWith(`${baseUrl}/`)) return undefined;
    const path = `${origin}${pathname}`.slice(baseUrl.length);
    const key = path.startsWith('/browse/')
      ? path.slice('/browse/'.length)
      : searchParams.get('selectedIssue') ?? '';
    return KEY.test(key) ? key.toUpperCase() : undefined;
  }

  #toState({ key, fields }: Issue): TicketState {
    const { status, resolution } = fields;
    const closed = isClosed(status);
    const declined =
      closed && [status.name, resolution?.name ?? ''].some(isDeclined);
    return {
      key,
      url: this.#urlOf(key),
      status: closed ? 'closed' : 'open',
      statusName: status.name,
      ...(declined && { declined }),
    };
  }

  #urlOf(key: string): string {
    return `${this.#options.baseUrl}/browse/${key}`;
  }

  /** Makes a call in which every `JiraProblem` means that the configuration is wrong. */
  async #try<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof JiraProblem) {
        throw new TicketRefusedError(error.message);
      }
      throw error;
    }
  }

  /** Makes a call on an issue, which may no longer exist. */
  async #tryWith<T>(
    key: string,
    signal: AbortSignal,
    call: () => Promise<T>,
  ): Promise<T> {
    return this.#try(async () => {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof JiraProblem && error.status === 404)) {
          throw error;
        }
      }
      // Jira also returns 404 if the whole project is inaccessible, so check that.
      const project = key.slice(0, key.lastIndexOf('-'));
      await this.#client.call('GET', `/project/${project}`, { signal });
      throw new TicketNotFoundError(`${key} was deleted`);
    });
  }
}

/**
 * The label by which to find an issue again. It has to be visible, because Jira's search doesn't
 * cover hidden data.
 */
function labelOf(idempotencyKey: string): string {
  return `action-item-${idempotencyKey}`;
}

function pathOf(key: string): string {
  if (KEY.test(key)) return `/issue/${key}`;
  throw new TicketNotFoundError(`${key} is not a Jira issue`);
}

function isClosed({ statusCategory }: Status): boolean {
  return statusCategory.key === 'done';
}

function isDeclined(name: string): boolean {
  return DECLINED.test(name);
}

/**
 * Chooses the best transition to a status. For closing, that is one that means done or not done, as
 * requested; for reopening, one that means not started.
 */
function chooseTransition(
  transitions: Transition[],
  { status, declined = false }: Pick<TicketState, 'status' | 'declined'>,
): Transition | undefined {
  const leading = transitions.filter(
    ({ to }) => isClosed(to) === (status === 'closed'),
  );
  const best =
    status === 'closed'
      ? leading.find(({ to }) => isDeclined(to.name) === declined)
      : leading.find(({ to }) => to.statusCategory.key === 'new');
  return best ?? leading[0];
}

function parseWebhook(
  { headers, body }: TrackerWebhook,
  secret: string,
): string[] {
  if (!isSignedWith(secret, body, headers['x-hub-signature'])) {
    throw new AuthenticationError(
      'X-Hub-Signature does not match the configured webhookSecret. Use the same secret in Jira',
    );
  }
  let event: {
    issue?: { key?: string };
    changelog?: { items?: { field?: string; fromString?: string }[] };
  };
  try {
    event = JSON.parse(body.toString());
  } catch {
    throw new InputError(
      'body must be JSON. Enable the JSON body in the Jira webhook',
    );
  }
  // The ticket may still be stored under the key that its issue had before it was moved.
  const former = (event.changelog?.items ?? [])
    .filter(({ field }) => field === 'Key')
    .map(({ fromString }) => fromString);
  return [event.issue?.key, ...former].filter(
    (key): key is string => typeof key === 'string' && KEY.test(key),
  );
}
