import { z } from 'zod';
import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { itemIdSchema } from '../kernel/primitives';
import { postmortemSchema } from '../postmortem/model';
import {
  incidentMappingKeySchema,
  incidentMappingsSchema,
  putIncidentMappingSchema,
} from './mapping';
import {
  incidentPageSchema,
  incidentSourceIdSchema,
  listIncidentsQuerySchema,
} from './model';
import {
  deliveryPageSchema,
  incidentDeliverySchema,
  disabledIncidentSourceSchema,
  incidentSourceSchema,
  listDeliveriesQuerySchema,
  requestBackfillSchema,
  unmappedServicesSchema,
} from './source';
import { chooseSourceFactSchema, sourceFactFieldSchema } from './sourceFact';

const bySourceFact = byId.extend({ field: sourceFactFieldSchema });

export const incidentEndpoints = {
  listIncidents: {
    method: 'get',
    path: '/incidents',
    summary:
      'List incidents from sources; by default those that need a postmortem',
    status: 200,
    query: listIncidentsQuerySchema,
    response: incidentPageSchema,
  },
  chooseSourceFact: {
    method: 'post',
    path: '/postmortems/:id/source-facts/:field',
    summary: 'Accept the value of the incident source, or keep the current one',
    status: 200,
    params: bySourceFact,
    body: chooseSourceFactSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  listIncidentSources: {
    method: 'get',
    path: '/incident-sources',
    summary: 'List incident sources with their state',
    status: 200,
    response: z.object({
      items: z.array(incidentSourceSchema),
      disabled: z
        .array(disabledIncidentSourceSchema)
        .describe('Configured sources that receive no deliveries'),
    }),
  },
  requestBackfill: {
    method: 'post',
    path: '/incident-sources/:source/backfills',
    summary: 'Request past incidents from a source; safe to repeat',
    status: 201,
    params: z.object({ source: incidentSourceIdSchema }),
    body: requestBackfillSchema,
    response: incidentDeliverySchema,
  },
  listIncidentDeliveries: {
    method: 'get',
    path: '/incident-deliveries',
    summary: 'List deliveries from incident sources, latest first',
    status: 200,
    query: listDeliveriesQuerySchema,
    response: deliveryPageSchema,
  },
  replayIncidentDelivery: {
    method: 'post',
    path: '/incident-deliveries/:deliveryId/replay',
    summary: 'Replay a delivery',
    status: 200,
    params: z.object({ deliveryId: itemIdSchema }),
    response: incidentDeliverySchema,
  },
  listIncidentMappings: {
    method: 'get',
    path: '/incident-mappings',
    summary: 'List how services and severities of incident sources are mapped',
    status: 200,
    response: incidentMappingsSchema,
  },
  putIncidentMapping: {
    method: 'put',
    path: '/incident-mappings',
    summary: 'Map a service to entities, or a severity to a configured one',
    status: 200,
    query: incidentMappingKeySchema,
    body: putIncidentMappingSchema,
    response: incidentMappingsSchema,
  },
  removeIncidentMapping: {
    method: 'delete',
    path: '/incident-mappings',
    summary: 'Remove a mapping that was made in the portal',
    status: 200,
    query: incidentMappingKeySchema,
    response: incidentMappingsSchema,
  },
  listUnmappedServices: {
    method: 'get',
    path: '/unmapped-services',
    summary: 'List services of incident sources that map to no entity',
    status: 200,
    response: unmappedServicesSchema,
  },
} as const satisfies Record<string, Endpoint>;
