import type { Endpoint } from '../kernel/endpoint';
import { pageSchema } from '../kernel/listing';
import { byId, byItem } from '../kernel/params';
import {
  commentSchema,
  createCommentSchema,
  listCommentsQuerySchema,
  listMentionsQuerySchema,
  mentionSchema,
  updateCommentSchema,
} from './model';

export const commentEndpoints = {
  listComments: {
    method: 'get',
    path: '/postmortems/:id/comments',
    summary: 'List the comments on a postmortem, oldest first',
    status: 200,
    params: byId,
    query: listCommentsQuerySchema,
    response: pageSchema(commentSchema),
  },
  listMentions: {
    method: 'get',
    path: '/mentions',
    summary:
      'List the comments that a user is mentioned in and has not answered, newest first',
    status: 200,
    query: listMentionsQuerySchema,
    response: pageSchema(mentionSchema),
  },
  addComment: {
    method: 'post',
    path: '/postmortems/:id/comments',
    summary: 'Comment on a postmortem or one of its parts',
    status: 201,
    params: byId,
    body: createCommentSchema,
    response: commentSchema,
  },
  updateComment: {
    method: 'patch',
    path: '/postmortems/:id/comments/:itemId',
    summary: 'Edit your comment',
    status: 200,
    params: byItem,
    body: updateCommentSchema,
    ifMatch: true,
    response: commentSchema,
  },
  removeComment: {
    method: 'delete',
    path: '/postmortems/:id/comments/:itemId',
    summary: 'Delete your comment',
    status: 204,
    params: byItem,
  },
  resolveComment: {
    method: 'put',
    path: '/postmortems/:id/comments/:itemId/resolution',
    summary: 'Resolve a comment',
    status: 200,
    params: byItem,
    response: commentSchema,
  },
  reopenComment: {
    method: 'delete',
    path: '/postmortems/:id/comments/:itemId/resolution',
    summary: 'Reopen a resolved comment',
    status: 200,
    params: byItem,
    response: commentSchema,
  },
} as const satisfies Record<string, Endpoint>;
