import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../kernel/db/migrate';
import { FAKE_SOURCE, FakeSource } from '../../__testUtils__/FakeSource';
import { ENTITIES } from '../../__testUtils__/harness';
import { declared, deliver, happened } from '../../__testUtils__/incidents';
import { testSize } from '../../__testUtils__/testSize';
import { startIntake } from '../../__testUtils__/intakeInstance';

jest.setTimeout(600_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A database that another process can use. */
async function sharedDatabase(databaseId: TestDatabaseId) {
  if (databaseId !== 'SQLITE_3') {
    const knex = await databases.init(databaseId);
    const { client, connection } = knex.client.config;
    // Knex makes it non-enumerable.
    const { password } = connection;
    const config = { client, connection: { ...connection, password } };
    return { knex, config, remove: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'incidents-'));
  const config = {
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'db.sqlite') },
  };
  const knex = knexFactory({ ...config, useNullAsDefault: true });
  await knex.raw('pragma journal_mode = wal');
  return {
    knex,
    config,
    async remove() {
      await knex.destroy();
      await rm(folder, { recursive: true });
    },
  };
}

/** A backend that can be killed. */
class Backend {
  readonly #config: object;
  #process?: ChildProcess;
  url = '';

  constructor(config: object) {
    this.#config = config;
  }

  async start(): Promise<void> {
    const child = fork(require.resolve('../../__testUtils__/intakeProcess'), {
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE: JSON.stringify(this.#config),
      },
      silent: true,
    });
    const port = await new Promise<number>((resolve, reject) => {
      child.on('message', (message: { port?: number }) => {
        if (message.port) resolve(message.port);
      });
      child.on('exit', () => reject(new Error('It did not start')));
    });
    this.#process = child;
    this.url = `http://localhost:${port}`;
  }

  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

/** The number of incidents, and of deliveries for each. */
const INCIDENTS = 200;
const EACH = 10;

const keyOf = (index: number) => `INC-${index % INCIDENTS}`;

/** All changes of all incidents, by delivery. */
function story(): IncidentChange[][] {
  return Array.from({ length: INCIDENTS * EACH }, (_, index) => {
    const incident = keyOf(index);
    const step = Math.floor(index / INCIDENTS);
    if (step === 0) return declared('10 09:00', { incident, severity: 'P3' });
    if (step === 4) {
      const change = { kind: 'severity-changed' as const, severity: 'P1' };
      return [happened('10 09:20', change, incident)];
    }
    if (step === EACH - 1) {
      return [happened('10 10:00', { kind: 'resolved' }, incident)];
    }
    const note = { kind: 'note' as const, text: `Note ${step}` };
    return [happened(`10 09:3${step}`, note, incident)];
  });
}

const count = async (knex: Knex, table: string, where: object = {}) =>
  Number((await knex(table).where(where).count({ count: '*' }))[0].count);

async function assertAllIsThere(knex: Knex): Promise<void> {
  const lost = { status: 'parked' };
  expect(await count(knex, 'incident_deliveries', lost)).toBe(0);
  expect(await count(knex, 'incidents')).toBe(INCIDENTS);
  expect(await count(knex, 'incidents', { disposition: 'covered' })).toBe(
    INCIDENTS,
  );
  const right = {
    governing_severity: 'SEV-1',
    resolved_at: new Date('2026-03-10T10:00:00Z'),
    edited: false,
  };
  expect(await count(knex, 'postmortems')).toBe(INCIDENTS);
  expect(await count(knex, 'postmortems', right)).toBe(INCIDENTS);
  expect(await count(knex, 'postmortem_timeline_events')).toBe(
    INCIDENTS * (EACH - 3),
  );
}

describe.each(databases.eachSupportedId())(
  'Nothing is lost, %s',
  databaseId => {
    let running: Backend | undefined;
    // Also if the test fails.
    afterEach(() => running?.kill());

    it('when the backend is killed in the middle of 2,000 deliveries', async () => {
      const { knex, config, remove } = await sharedDatabase(databaseId);
      await migrate(knex);
      const backend = new Backend(config);
      running = backend;
      await backend.start();

      const deliveries = story();
      const acknowledged = new Set<number>();
      let next = 0;
      /** Retries unacknowledged deliveries, as tools do. */
      async function send() {
        while (next < deliveries.length) {
          const index = next++;
          while (!acknowledged.has(index)) {
            const status = await deliver(backend, deliveries[index], {
              delivery: `D-${index}`,
            }).catch(() => undefined);
            // Undefined means that the process is dead, and will be restarted.
            expect([undefined, 202]).toContain(status);
            if (status === 202) acknowledged.add(index);
            else await sleep(50);
          }
        }
      }
      const sending = Promise.all(Array.from({ length: 10 }, send));
      for (const moment of [600, 1_300]) {
        while (acknowledged.size < moment) await sleep(5);
        await backend.kill();
        // Everything acknowledged so far is stored.
        const stored = await knex('incident_deliveries').pluck('delivery_key');
        const keys = new Set(stored);
        for (const index of acknowledged) {
          expect([index, keys.has(`id:D-${index}`)]).toEqual([index, true]);
        }
        await backend.start();
      }
      await sending;
      await sleep(100);
      await backend.kill();
      await backend.start();
      const due = async (table: string) =>
        Number(
          (await knex(table).whereNotNull('due_at').count({ count: '*' }))[0]
            .count,
        );
      // Claims of a killed process expire, and others take over.
      const release = { claimed_by: null, claimed_until: null };
      await knex('incident_deliveries').update(release);
      await knex('incidents').update(release);
      while (
        (await due('incident_deliveries')) + (await due('incidents')) >
        0
      ) {
        await deliver(backend, []);
        await sleep(100);
      }
      await backend.kill();
      await assertAllIsThere(knex);
      await remove();
    });

    it('when two instances process a backlog, without duplicates', async () => {
      const knex = await databases.init(databaseId);
      await migrate(knex);
      const queued =
        databaseId === 'SQLITE_3'
          ? 2_000
          : testSize({ small: 2_000, full: 10_000 });
      const deliveries = story();
      const now = new Date('2026-03-12T12:00:00Z');
      const rows = Array.from({ length: queued }, (_, index) => ({
        source: FAKE_SOURCE,
        delivery_key: `id:D-${index}`,
        kind: 'webhook',
        // Repeat the deliveries in reverse order.
        body: Buffer.from(
          JSON.stringify({
            changes: deliveries[(queued - 1 - index) % deliveries.length],
          }),
        ),
        status: 'pending',
        received_at: now,
        attempts: 0,
        due_at: now,
      }));
      await knex.batchInsert('incident_deliveries', rows, 100);

      const sources = [new FakeSource(), new FakeSource()];
      const instances = sources.map(source =>
        startIntake({
          knex,
          clock: () => now,
          sources: [source],
          entities: ENTITIES,
          logger: mockServices.logger.mock(),
        }),
      );
      await Promise.all(instances.map(intake => intake.workThrough()));
      await assertAllIsThere(knex);
      expect(
        await count(knex, 'incident_deliveries', { status: 'applied' }),
      ).toBe(queued);
      const [one, other] = sources.map(({ reads }) => reads);
      expect(one + other).toBe(queued);
      expect(Math.min(one, other)).toBeGreaterThan(0);
    });
  },
);
