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
import { setImmediate as nextTurn } from 'node:timers/promises';
import Router from 'express-promise-router';

/** Tells how much memory the backend takes, once all that is no longer needed is collected. */
export const memoryModule = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'bench-memory',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.get('/memory', async (_req, res) => {
          // What the first collection only finds to be over is gone with the second.
          globalThis.gc?.();
          await nextTurn();
          globalThis.gc?.();
          res.json(process.memoryUsage());
        });
        httpRouter.use(router);
      },
    });
  },
});
