import { z } from 'zod';
import type { Endpoint } from '../kernel/endpoint';
import { LIMITS } from '../kernel/limits';
import { byId, byItem } from '../kernel/params';
import {
  contributingFactorSchema,
  createContributingFactorSchema,
  findContributingFactorsQuerySchema,
  knownContributingFactorSchema,
  mergeContributingFactorsSchema,
  mergedContributingFactorsSchema,
  updateContributingFactorSchema,
} from './model';

export const contributingFactorEndpoints = {
  listContributingFactors: {
    method: 'get',
    path: '/postmortems/:id/contributing-factors',
    summary: 'List contributing factors in the order they were added',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(contributingFactorSchema) }),
  },
  addContributingFactor: {
    method: 'post',
    path: '/postmortems/:id/contributing-factors',
    summary: 'Add a contributing factor',
    status: 201,
    params: byId,
    body: createContributingFactorSchema,
    response: contributingFactorSchema,
  },
  updateContributingFactor: {
    method: 'patch',
    path: '/postmortems/:id/contributing-factors/:itemId',
    summary: 'Update a contributing factor',
    status: 200,
    params: byItem,
    body: updateContributingFactorSchema,
    ifMatch: true,
    response: contributingFactorSchema,
  },
  removeContributingFactor: {
    method: 'delete',
    path: '/postmortems/:id/contributing-factors/:itemId',
    summary: 'Remove a contributing factor',
    status: 204,
    params: byItem,
    ifMatch: true,
  },
  findContributingFactors: {
    method: 'get',
    path: '/contributing-factors',
    summary: 'Find contributing factors of all postmortems by title',
    status: 200,
    query: findContributingFactorsQuerySchema,
    response: z.object({
      items: z
        .array(knownContributingFactorSchema)
        .max(LIMITS.factorSuggestions)
        .describe(
          'The same title first, then by its beginning, then by words; most used first',
        ),
    }),
  },
  mergeContributingFactors: {
    method: 'post',
    path: '/contributing-factors/merge',
    summary: 'Rename a contributing factor in all visible postmortems',
    status: 200,
    body: mergeContributingFactorsSchema,
    response: mergedContributingFactorsSchema,
  },
} as const satisfies Record<string, Endpoint>;
