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
 * The minimal cost of a list in this backend, as a baseline: authentication, one permission check,
 * and 25 rows of a trivial table by key, in the plugin's own database.
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
