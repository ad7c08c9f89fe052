import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRequest } from '../support/FaultRequest';

let clockOffset = 0;

/** The plugin's clock, which tests can move. */
export function clock(): Date {
  return new Date(Date.now() + clockOffset);
}

/** Simulates faults on request of the parent process. */
export const faultsModule = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'faults',
  register(reg) {
    reg.registerInit({
      deps: { database: coreServices.database },
      async init({ database }) {
        const knex = await database.getClient();
        process.on('message', async ({ id, request }: any) => {
          const answer = await make(knex, request);
          process.send!({ id, answer });
        });
      },
    });
  },
});

async function make(knex: Knex, request: FaultRequest): Promise<unknown> {
  switch (request.fault) {
    case 'step-clock':
      clockOffset = request.offset;
      return undefined;
    case 'statement':
      return knex.raw(request.sql);
    case 'hold-connections': {
      const { pool } = knex.client;
      const held = await Promise.all(
        Array.from({ length: pool.max }, () => knex.client.acquireConnection()),
      );
      sleep(request.milliseconds).then(() =>
        held.forEach(connection => knex.client.releaseConnection(connection)),
      );
      return held.length;
    }
    default:
      throw new Error('Unknown fault');
  }
}
