import type { AuthService } from '@backstage/backend-plugin-api';
import {
  NotFoundError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import type express from 'express';
import Router from 'express-promise-router';
import { isToken, toAtom } from '../feed/ports';
import type { FeedContext } from '../feed/ports';
import type { PublicAccessConfig } from '../kernel/publicAccess';
import { requestLimit } from './requestLimit';
import { sendUnlessKnown } from './sendUnlessKnown';

/** Path of feeds, relative to the plugin. Differs from the path of the operations on feeds. */
export const ATOM_PATH = '/atom';

/**
 * Serves feeds to feed readers, which have only the token in the address. It shows internal
 * postmortems, as long as the person who created the feed is in the catalog.
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

  /** @throws ServiceUnavailableError if the catalog is unavailable */
  async function isInCatalog(userRef: string): Promise<boolean> {
    try {
      const found = await ctx.linking.find(
        [userRef],
        await auth.getOwnServiceCredentials(),
      );
      return found.has(userRef);
    } catch (error) {
      if (isError(error) && error.name === 'ServiceUnavailableError') {
        throw new ServiceUnavailableError(
          'The catalog is unavailable, so access to the feed cannot be checked. Try again in a moment',
        );
      }
      throw error;
    }
  }

  router.get(
    `${ATOM_PATH}/:token.xml`,
    requestLimit(config.maxRequestsPerMinute),
    async (req, res) => {
      const { token } = req.params;
      const feed = isToken(token)
        ? await ctx.feeds.findByToken(ctx.knex, token)
        : undefined;
      if (!feed || !(await isInCatalog(feed.userRef))) {
        throw new NotFoundError(
          'This feed does not exist anymore. Create a new one in the portal',
        );
      }
      const entries = await ctx.feeds.entries(ctx.knex, feed, ctx.clock());
      // Not reused without asking, so that a revoked feed ends at once.
      res.setHeader('Cache-Control', 'private, no-cache');
      sendUnlessKnown(req, res, {
        mediaType: 'application/atom+xml',
        text: toAtom(feed, entries, ctx.appUrl),
      });
    },
  );
  return router;
}
