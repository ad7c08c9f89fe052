import { z } from 'zod';
import type { Endpoint } from '../kernel/endpoint';
import { itemIdSchema } from '../kernel/primitives';
import { createFeedSchema, createdFeedSchema, feedsSchema } from './model';

export const feedEndpoints = {
  listFeeds: {
    method: 'get',
    path: '/feeds',
    summary: 'List your Atom feeds',
    status: 200,
    response: feedsSchema,
  },
  createFeed: {
    method: 'post',
    path: '/feeds',
    summary: 'Create an Atom feed of published postmortems',
    status: 201,
    body: createFeedSchema,
    response: createdFeedSchema,
  },
  removeFeed: {
    method: 'delete',
    path: '/feeds/:feedId',
    summary: 'Revoke one of your Atom feeds',
    status: 204,
    params: z.object({ feedId: itemIdSchema }),
  },
} as const satisfies Record<string, Endpoint>;
