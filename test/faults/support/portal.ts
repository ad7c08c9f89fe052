import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostmortemsClient } from 'backstage-plugin-postmortems-common';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { freePort } from '../../../scripts/lib/freePort.mjs';
import { rootDir } from '../../../scripts/lib/paths.mjs';
import { startBackendProcess } from '../../support/backendProcess';
import type { BackendProcess } from '../../support/backendProcess';
import type { Database } from './databases';
import { EFFECTS_FILE, readEffects } from './effects';
import type { Effect } from './effects';
import type { FaultRequest } from './FaultRequest';

/** Options of all instances of a portal. */
export interface PortalOptions {
  database: Database;
  /** Name in log files. */
  name: string;
  /** Additional configuration by path. */
  settings?: Record<string, unknown>;
  /** Called with the port of an instance before it starts. */
  onPort?: (port: number) => void;
}

/** One instance of a portal: a process that can be killed and restarted on the same port. */
export class Instance {
  readonly #options: PortalOptions & { effectsFile: string };
  readonly #port: number;
  #backend?: BackendProcess;
  #headers: Record<string, string> = {};
  #starts = 0;
  #isReady = false;
  #messages = 0;

  constructor(options: PortalOptions & { effectsFile: string }, port: number) {
    this.#options = options;
    this.#port = port;
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** The API as a user, with a long-lived token. */
  get api(): PostmortemsApi {
    return createPostmortemsClient({
      discoveryApi: { getBaseUrl: async () => `${this.url}/api/postmortems` },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { ...init?.headers, ...this.#headers },
          }),
      },
    });
  }

  /** Sends a request to the plugin, and returns any response. */
  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const startedAt = performance.now();
    const response = await fetch(`${this.url}/api/postmortems${path}`, {
      ...init,
      headers: { ...this.#headers, ...init.headers },
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after') ?? undefined,
      text: await response.text(),
      milliseconds: performance.now() - startedAt,
    };
  }

  /** Whether it accepts requests. During startup, all paths respond with 404. */
  get isReady(): boolean {
    return this.#isReady;
  }

  async start(): Promise<void> {
    const { database, name, settings, effectsFile } = this.#options;
    this.#starts++;
    this.#backend = await startBackendProcess({
      entry: 'test/faults/portal/index',
      config: join(rootDir, 'test/faults/app-config.faults.yaml'),
      settings: { 'backend.database': database.config, ...settings },
      env: {
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        [EFFECTS_FILE]: effectsFile,
      },
      port: this.#port,
      logFile: join(
        rootDir,
        `test-results/faults/${name}-${this.#port}-${this.#starts}.log`,
      ),
      isReady: async url => {
        this.#headers = await signIn(url);
        const { status } = await this.ask('/postmortems?limit=1');
        const entity = await fetch(
          `${url}/api/catalog/entities/by-name/component/default/checkout-api`,
          { headers: this.#headers },
        );
        const { relations = [] } = entity.ok
          ? ((await entity.json()) as { relations?: unknown[] })
          : {};
        return status === 200 && relations.length > 0;
      },
    });
    this.#isReady = true;
  }

  /** Kills it with SIGKILL, like the kernel does when out of memory. */
  async kill(): Promise<void> {
    this.#isReady = false;
    const { child } = this.#backend!;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
  }

  /** Simulates a fault in it. */
  async make(request: FaultRequest): Promise<unknown> {
    const { child } = this.#backend!;
    const id = ++this.#messages;
    const answered = new Promise(resolve => {
      const listen = (message: { id: number; answer: unknown }) => {
        if (message.id !== id) return;
        child.off('message', listen);
        resolve(message.answer);
      };
      child.on('message', listen);
    });
    child.send({ id, request });
    return answered;
  }
}

/** A response of the plugin, or of something in front of it. */
export interface Answer {
  status: number;
  retryAfter?: string;
  text: string;
  milliseconds: number;
}

/** Runs instances of a portal on a database while a function runs. */
export async function withInstances(
  count: number,
  options: PortalOptions,
  use: (instances: Instance[], effects: () => Effect[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const effectsFile = join(folder, 'effects.jsonl');
  const instances: Instance[] = [];
  try {
    for (let index = 0; index < count; index++) {
      const port = await freePort();
      options.onPort?.(port);
      const instance = new Instance({ ...options, effectsFile }, port);
      instances.push(instance);
      await instance.start();
    }
    await use(instances, () => readEffects(effectsFile));
  } finally {
    await Promise.all(instances.map(instance => instance.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/auth/guest/refresh`);
  if (!response.ok)
    throw new Error(`Sign-in responded with ${response.status}`);
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}
