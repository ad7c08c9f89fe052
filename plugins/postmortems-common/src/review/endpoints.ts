import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { postmortemSchema } from '../postmortem/model';
import {
  addReviewSchema,
  dismissReviewSchema,
  putReviewersSchema,
} from './model';

export const reviewEndpoints = {
  putReviewers: {
    method: 'put',
    path: '/postmortems/:id/reviewers',
    summary: 'Set the requested reviewers',
    status: 200,
    params: byId,
    body: putReviewersSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  addReview: {
    method: 'post',
    path: '/postmortems/:id/reviews',
    summary: 'Approve the version you read, or request changes',
    status: 201,
    params: byId,
    body: addReviewSchema,
    response: postmortemSchema,
  },
  dismissReview: {
    method: 'post',
    path: '/postmortems/:id/reviews/dismissal',
    summary: 'Dismiss a request for changes, with a reason',
    status: 200,
    params: byId,
    body: dismissReviewSchema,
    response: postmortemSchema,
  },
} as const satisfies Record<string, Endpoint>;
