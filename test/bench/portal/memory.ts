import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Router from 'express-promise-router';

/** Reports memory usage after garbage collection. */
export const memoryModule = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'bench-memory',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.get('/memory', async (_req, res) => {
          // The second collection frees what the first one finalized.
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
