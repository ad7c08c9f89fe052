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

import { NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import type { IncidentIntake } from '../incidents/IncidentIntake';
import { webhookLimit } from './webhookLimit';

/** Where incident sources send to, below the plugin's address. */
export const INCIDENT_SOURCES_PATH = '/incident-sources';

/** More than any source sends about an incident. */
const BODY_LIMIT = '1mb';

/**
 * Takes what incident sources send. It comes without a token of the portal: the source says by the
 * signature whether it is to be believed. Nothing is done with it before the answer but to store
 * it, so that the source never waits, and nothing that was acknowledged is lost.
 */
export function createIncidentWebhooksRouter(
  intake: IncidentIntake,
): express.Router {
  const { maxRequestsPerMinute } = intake.config;
  const router = Router();
  const sourceOf = (id: string) => {
    const source = intake.sources.get(id);
    if (!source) throw new NotFoundError(`There is no incident source ${id}`);
    return source;
  };
  router.post(
    `${INCIDENT_SOURCES_PATH}/:source`,
    // Of sources that there are not, nothing is counted either.
    async ({ params }) => {
      sourceOf(params.source);
      return 'next';
    },
    webhookLimit('source', maxRequestsPerMinute),
    // The signature is over the bytes as they came.
    express.raw({ limit: BODY_LIMIT, type: () => true }),
    async (req, res) => {
      const { headers, body } = req;
      await intake.accept(sourceOf(req.params.source), {
        headers,
        body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      });
      res.status(202).end();
    },
  );
  return router;
}
