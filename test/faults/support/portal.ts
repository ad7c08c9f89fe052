/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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

/** What all instances of a portal have in common. */
export interface PortalOptions {
  database: Database;
  /** What it is called in the names of logs. */
  name: string;
  /** Further configuration, by its path. */
  settings?: Record<string, unknown>;
  /** Told on which port an instance will listen, before it starts. */
  onPort?: (port: number) => void;
}

/** One instance of a portal: a process that can be killed, and started again at the same place. */
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

  /** The API as a user signed in once, whose token stays good. */
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

  /** Asks for a path of the plugin, however that ends. */
  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const begun = performance.now();
    const response = await fetch(`${this.url}/api/postmortems${path}`, {
      ...init,
      headers: { ...this.#headers, ...init.headers },
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after') ?? undefined,
      text: await response.text(),
      milliseconds: performance.now() - begun,
    };
  }

  /** Whether requests are sent here; while it starts, a portal knows none of its paths yet. */
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

  /** Ends it without a warning, as the kernel does where memory runs out. */
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

  /** Has it make a fault in itself. */
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

/** An answer of the plugin, or of what is before it. */
export interface Answer {
  status: number;
  retryAfter?: string;
  text: string;
  milliseconds: number;
}

/** Runs instances of a portal on a database for as long as they are used. */
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
  if (!response.ok) throw new Error(`Signing in answered ${response.status}`);
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}
