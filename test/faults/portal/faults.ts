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

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRequest } from '../support/FaultRequest';

let clockOffset = 0;

/** The clock of the plugin, which can be stepped. */
export function clock(): Date {
  return new Date(Date.now() + clockOffset);
}

/** Makes faults from the inside, as the parent process asks for them. */
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
      throw new Error('There is no such fault');
  }
}
