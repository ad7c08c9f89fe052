import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import {
  changeStatusSchema,
  createPostmortemSchema,
  updatePostmortemSchema,
} from './changes';
import { postmortemSchema } from './model';
import { listPostmortemsQuerySchema, postmortemPageSchema } from './query';

export const postmortemEndpoints = {
  listPostmortems: {
    method: 'get',
    path: '/postmortems',
    summary: 'List postmortems, filtered and sorted, with paging',
    status: 200,
    query: listPostmortemsQuerySchema,
    response: postmortemPageSchema,
  },
  createPostmortem: {
    method: 'post',
    path: '/postmortems',
    summary: 'Start a postmortem',
    status: 201,
    body: createPostmortemSchema,
    response: postmortemSchema,
  },
  getPostmortem: {
    method: 'get',
    path: '/postmortems/:id',
    summary:
      'Get a postmortem with its text, timeline and contributing factors',
    status: 200,
    params: byId,
    response: postmortemSchema,
  },
  updatePostmortem: {
    method: 'patch',
    path: '/postmortems/:id',
    summary: 'Update the facts of a postmortem',
    status: 200,
    params: byId,
    body: updatePostmortemSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  confirmOngoing: {
    method: 'post',
    path: '/postmortems/:id/still-ongoing',
    summary: 'Confirm that an unresolved incident is still ongoing',
    status: 200,
    params: byId,
    response: postmortemSchema,
  },
  changeStatus: {
    method: 'post',
    path: '/postmortems/:id/status',
    summary: 'Change the status: request review, publish or reopen',
    status: 200,
    params: byId,
    body: changeStatusSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
} as const satisfies Record<string, Endpoint>;
