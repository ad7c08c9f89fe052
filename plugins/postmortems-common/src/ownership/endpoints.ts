import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { postmortemSchema } from '../postmortem/model';
import {
  handOverOwnerSchema,
  ownerSuggestionsSchema,
  putOwnerSchema,
  suggestOwnersSchema,
} from './model';

export const ownershipEndpoints = {
  putOwner: {
    method: 'put',
    path: '/postmortems/:id/owner',
    summary: 'Assign or remove the owner',
    status: 200,
    params: byId,
    body: putOwnerSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  acknowledgeOwner: {
    method: 'post',
    path: '/postmortems/:id/owner/acknowledgement',
    summary: 'Acknowledge ownership',
    status: 200,
    params: byId,
    response: postmortemSchema,
  },
  handOverOwner: {
    method: 'post',
    path: '/postmortems/:id/owner/handover',
    summary: 'Hand over ownership, and optionally suggest a new owner',
    status: 200,
    params: byId,
    body: handOverOwnerSchema,
    response: postmortemSchema,
  },
  suggestOwners: {
    method: 'post',
    path: '/owner-suggestions',
    summary: 'Suggest owners, with reasons',
    status: 200,
    readOnly: true,
    body: suggestOwnersSchema,
    response: ownerSuggestionsSchema,
  },
} as const satisfies Record<string, Endpoint>;
