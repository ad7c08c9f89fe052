import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  CreateActionItem,
  CreatePostmortem,
} from 'backstage-plugin-postmortems-common';
import type { Instance } from './portal';
import { WEBHOOK_PATH, webhook } from './webhook';

/** Pause before a retry, in milliseconds. */
const PAUSE_MS = 100;

const NO_ANSWER = {
  status: 0,
  text: '',
  retryAfter: undefined,
  milliseconds: 0,
};

/**
 * Continuous writes: postmortems with an owner and action items, and webhooks. Records acknowledged
 * writes and all other responses.
 */
export class WriteLoad {
  readonly titles = new Set<string>();
  readonly actionItems = new Set<string>();
  readonly deliveries = new Set<string>();
  /** Number of responses by status; 0 for none. */
  readonly answers = new Map<number, number>();
  /** Number of 503 responses without Retry-After. */
  withoutRetryAfter = 0;
  slowestMs = 0;
  readonly #instances: Instance[];
  readonly #writers: Promise<void>[];
  #stopped = false;

  constructor(instances: Instance[], writers: number) {
    this.#instances = instances;
    this.#writers = Array.from({ length: writers }, () => this.#write());
  }

  get acknowledged(): number {
    return this.titles.size + this.actionItems.size + this.deliveries.size;
  }

  /** Waits for a number of further acknowledged writes. */
  async more(count: number): Promise<void> {
    const wanted = this.acknowledged + count;
    while (this.acknowledged < wanted) await sleep(5);
  }

  /** Stops after the current requests. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#writers);
  }

  /** Statuses that are neither a success nor ask for a retry. */
  get wrongAnswers(): number[] {
    return [...this.answers.keys()].filter(
      status => ![0, 200, 201, 202, 503].includes(status),
    );
  }

  async #write(): Promise<void> {
    while (!this.#stopped) {
      for (const instance of this.#instances) {
        const id = randomUUID();
        await this.#writePostmortem(instance, `Outage ${id}`);
        if (await this.#send(instance, WEBHOOK_PATH, webhook(id))) {
          this.deliveries.add(id);
        }
      }
    }
  }

  async #writePostmortem(instance: Instance, title: string): Promise<void> {
    const created = await this.#send(
      instance,
      '/postmortems',
      post<CreatePostmortem>(aPostmortem(title)),
    );
    if (!created) return;
    this.titles.add(title);
    for (let number = 1; number <= 2; number++) {
      const item = `Mend ${number} of ${title}`;
      const added = await this.#send(
        instance,
        `/postmortems/${JSON.parse(created).id}/action-items`,
        post<CreateActionItem>({
          title: item,
          kind: 'prevent',
          priority: 'P2',
        }),
      );
      if (added) this.actionItems.add(item);
    }
  }

  /** @returns the response if it acknowledges the write */
  async #send(
    instance: Instance,
    path: string,
    init: RequestInit,
  ): Promise<string | undefined> {
    const { status, text, retryAfter, milliseconds } = instance.isReady
      ? await instance.ask(path, init).catch(() => NO_ANSWER)
      : NO_ANSWER;
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    this.slowestMs = Math.max(this.slowestMs, milliseconds);
    if (status === 503 && !retryAfter) this.withoutRetryAfter++;
    if (status >= 200 && status < 300) return text || 'accepted';
    await sleep(PAUSE_MS);
    return undefined;
  }
}

/** Runs a function during continuous writes. */
export async function underLoad(
  instances: Instance[],
  writers: number,
  use: (load: WriteLoad) => Promise<void>,
): Promise<void> {
  const load = new WriteLoad(instances, writers);
  try {
    await use(load);
  } finally {
    await load.stop();
  }
}

/** A resolved incident with an owner to notify. */
export function aPostmortem(title: string): CreatePostmortem {
  return {
    title,
    severity: 'SEV-2',
    startedAt: '2026-03-10T09:14:00.000Z',
    resolvedAt: '2026-03-10T11:28:00.000Z',
    entityRefs: ['component:default/checkout-api'],
    ownerRef: 'user:default/alice',
  };
}

/** A request with a JSON body. */
export function post<T>(body: T): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
