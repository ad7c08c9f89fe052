import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { postmortemSchema } from '../postmortem/model';
import {
  deletedPostmortemPageSchema,
  deletedPostmortemSchema,
  deletePostmortemSchema,
  listDeletedPostmortemsQuerySchema,
  restorePostmortemSchema,
} from './model';

export const deletionEndpoints = {
  deletePostmortem: {
    method: 'delete',
    path: '/postmortems/:id',
    summary:
      'Delete a postmortem; if one is still required, a new draft takes over its deadline',
    status: 200,
    params: byId,
    body: deletePostmortemSchema,
    ifMatch: true,
    response: deletedPostmortemSchema,
  },
  listDeletedPostmortems: {
    method: 'get',
    path: '/deleted-postmortems',
    summary: 'List deleted postmortems, latest first',
    status: 200,
    query: listDeletedPostmortemsQuerySchema,
    response: deletedPostmortemPageSchema,
  },
  restorePostmortem: {
    method: 'post',
    path: '/deleted-postmortems/:id/restoration',
    summary: 'Restore a deleted postmortem with all its content',
    status: 200,
    params: byId,
    body: restorePostmortemSchema,
    response: postmortemSchema,
  },
} as const satisfies Record<string, Endpoint>;
