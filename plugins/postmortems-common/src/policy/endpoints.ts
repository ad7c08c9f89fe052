import type { Endpoint } from '../kernel/endpoint';
import {
  deadlinePreviewSchema,
  policyInForceSchema,
  previewDeadlineSchema,
} from './model';

export const policyEndpoints = {
  getPolicy: {
    method: 'get',
    path: '/policy',
    summary: 'Get the policy in force and the severities',
    status: 200,
    response: policyInForceSchema,
  },
  previewDeadline: {
    method: 'post',
    path: '/policy/preview',
    summary: 'Preview the deadline for a set of facts, with its explanation',
    status: 200,
    readOnly: true,
    body: previewDeadlineSchema,
    response: deadlinePreviewSchema,
  },
} as const satisfies Record<string, Endpoint>;
