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

/*
 * A process that takes in incidents, to be killed. It is told by the environment on which database
 * it works, and tells its parent on which port it listens.
 */
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import knexFactory from 'knex';
import { createIncidentWebhooksRouter } from '../rest/incidentWebhooks';
import { FakeSource } from './FakeSource';
import { ENTITIES } from './harness';
import { startIntake } from './intakeInstance';

const config = JSON.parse(process.env.DATABASE!);

const intake = startIntake({
  knex: knexFactory({
    ...config,
    useNullAsDefault: true,
    pool: {
      afterCreate(connection: any, done: () => void) {
        // Safe when a process is killed, though not when the power fails.
        if (config.client !== 'pg') connection.pragma('synchronous = normal');
        done();
      },
    },
  }),
  clock: () => new Date(),
  sources: [new FakeSource()],
  entities: ENTITIES,
  logger: mockServices.rootLogger(),
});
intake.nudge();

const server = express()
  .use(createIncidentWebhooksRouter(intake))
  .listen(0, () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ port });
  });
