import type { AuthService } from '@backstage/backend-plugin-api';
import {
  NotFoundError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import type { FeedContext } from './context';
import { toAtom } from './toAtom';
import { isToken } from './token';

/**
 * Reads a feed as Atom. Anyone with its token can read it until it is revoked or its creator leaves
 * the catalog.
 *
 * @throws NotFoundError if there is no such feed, or not anymore
 * @throws ServiceUnavailableError if the catalog is unavailable
 */
export async function readFeed(
  ctx: FeedContext,
  auth: AuthService,
  token: string,
): Promise<string> {
  const feed = isToken(token)
    ? await ctx.feeds.findByToken(ctx.knex, token)
    : undefined;
  if (!feed || !(await isInCatalog(ctx, auth, feed.userRef))) {
    throw new NotFoundError(
      'This feed does not exist anymore. Create a new one in the portal',
    );
  }
  const entries = await ctx.feeds.entries(ctx.knex, feed, ctx.clock());
  return toAtom(feed, entries, ctx.appUrl);
}

async function isInCatalog(
  { linking }: FeedContext,
  auth: AuthService,
  userRef: string,
): Promise<boolean> {
  try {
    const credentials = await auth.getOwnServiceCredentials();
    return (await linking.find([userRef], credentials)).has(userRef);
  } catch (error) {
    if (isError(error) && error.name === 'ServiceUnavailableError') {
      throw new ServiceUnavailableError(
        'The catalog is unavailable, so access to the feed cannot be checked. Try again in a moment',
      );
    }
    throw error;
  }
}
