import { InputError } from '@backstage/errors';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { userOf } from '../kernel/actor';
import { canonicalRef } from '../kernel/normalize';
import { assertInCatalog } from '../team/ports';
import type { FeedContext } from './context';
import { newToken } from './token';

const ONLY_PEOPLE = 'Subscribing to a feed';

/** Creates and revokes the caller's own feeds. */
export function feedOperations(
  ctx: FeedContext,
): Pick<PostmortemsService, 'listFeeds' | 'createFeed' | 'removeFeed'> {
  return {
    async listFeeds(_request, { credentials }) {
      const userRef = userOf(credentials, ONLY_PEOPLE);
      return {
        enabled: ctx.feedUrl !== undefined,
        items: await ctx.feeds.list(ctx.knex, userRef),
      };
    },

    async createFeed({ body }, { credentials }) {
      const userRef = userOf(credentials, ONLY_PEOPLE);
      if (!ctx.feedUrl) {
        throw new InputError(
          'Feeds are disabled. Ask an administrator to set postmortems.feeds.enabled in app-config',
        );
      }
      const teamRef = body.teamRef && canonicalRef(body.teamRef);
      const entityRef = body.entityRef && canonicalRef(body.entityRef);
      // A feed works as long as its creator is in the catalog.
      const { missing } = await ctx.linking.link(
        [],
        [
          { field: 'user', ref: userRef },
          ...(teamRef ? [{ field: 'teamRef', ref: teamRef }] : []),
          ...(entityRef ? [{ field: 'entityRef', ref: entityRef }] : []),
        ],
        credentials,
      );
      assertInCatalog(missing);
      const token = newToken();
      const feed = await ctx.knex.transaction(async tx => {
        const existing = await ctx.feeds.list(tx, userRef);
        if (existing.length >= LIMITS.feeds) {
          throw new InputError(
            `You have ${LIMITS.feeds} feeds, which is the maximum. Revoke one first`,
          );
        }
        return ctx.feeds.add(
          tx,
          {
            userRef,
            teamRef,
            entityRef,
            createdAt: ctx.clock().toISOString(),
          },
          token,
        );
      });
      return { ...feed, url: await ctx.feedUrl(token) };
    },

    async removeFeed({ params }, { credentials }) {
      const userRef = userOf(credentials, ONLY_PEOPLE);
      await ctx.feeds.remove(ctx.knex, userRef, Number(params.feedId));
    },
  };
}
