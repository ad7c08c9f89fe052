import type { AuthService } from '@backstage/backend-plugin-api';
import type express from 'express';
import Router from 'express-promise-router';
import { readFeed } from '../feed/ports';
import type { FeedContext } from '../feed/ports';
import type { PublicAccessConfig } from '../kernel/publicAccess';
import { requestLimit } from './requestLimit';
import { sendUnlessKnown } from './sendUnlessKnown';

/** Path of feeds, relative to the plugin. Differs from the path of the operations on feeds. */
export const ATOM_PATH = '/atom';

/**
 * Serves feeds to feed readers, which have only the token in the address.
 */
export function createAtomRouter(options: {
  config: PublicAccessConfig;
  ctx: FeedContext;
  auth: AuthService;
}): express.Router {
  const { config, ctx, auth } = options;
  const router = Router();
  router.use(ATOM_PATH, async req => {
    // Backstage logs this address after the response. It must not contain the token.
    req.originalUrl = req.originalUrl.replace(/(\/atom)\/.*/i, '$1/[token]');
    return 'next';
  });
  if (!config.enabled) return router;

  router.get(
    `${ATOM_PATH}/:token.xml`,
    requestLimit(config.maxRequestsPerMinute),
    async (req, res) => {
      const text = await readFeed(ctx, auth, req.params.token);
      // Not reused without asking, so that a revoked feed ends at once.
      res.setHeader('Cache-Control', 'private, no-cache');
      sendUnlessKnown(req, res, {
        mediaType: 'application/atom+xml',
        text,
      });
    },
  );
  return router;
}
