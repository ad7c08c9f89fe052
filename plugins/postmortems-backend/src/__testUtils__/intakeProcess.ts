/**
 * A process that takes in incidents, for killing it. Gets its database from the environment, and
 * reports its port to the parent.
 */
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import knexFactory from 'knex';
import { createIncidentWebhooksRouter } from '../http/incidentWebhooks';
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
        // Safe if the process is killed, though not in a power failure.
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
  .use(createIncidentWebhooksRouter(intake, { webhook: () => {} }))
  .listen(0, () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ port });
  });
