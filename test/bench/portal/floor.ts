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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { NotAllowedError } from '@backstage/errors';
import { postmortemReadPermission } from 'backstage-plugin-postmortems-common';
import { FLOOR_TABLE } from '../sizes';
import Router from 'express-promise-router';

const PAGE = 25;

/**
 * The least that a page of a list can cost in this backend: who asks is known, one permission is
 * checked, and 25 rows of a trivial table are read by its key through the plugin's own database.
 */
export const floorModule = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'bench-floor',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init({ database, httpAuth, httpRouter, permissions }) {
        const knex = await database.getClient();
        const router = Router();
        router.get('/floor', async (req, res) => {
          const credentials = await httpAuth.credentials(req, {
            allow: ['user', 'service'],
          });
          const [{ result }] = await permissions.authorizeConditional(
            [{ permission: postmortemReadPermission }],
            { credentials },
          );
          if (result === AuthorizeResult.DENY) throw new NotAllowedError();
          const after = Number(req.query.after ?? 0);
          const items = await knex(FLOOR_TABLE)
            .where('id', '>', after)
            .orderBy('id')
            .limit(PAGE);
          res.json({ items, next: items[items.length - 1]?.id });
        });
        httpRouter.use(router);
      },
    });
  },
});
