import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { anyOf, pageParameters, pageSchema } from '../kernel/listing';
import type { PageParameters } from '../kernel/listing';
import {
  entityRefSchema,
  itemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { incidentSourceIdSchema } from './model';

/** @public */
export const deliveryStatusSchema = z.enum([
  'pending',
  'applied',
  'ignored',
  'parked',
]);

/**
 * The status of a delivery: pending, applied, ignored because it's irrelevant, or parked because it
 * failed.
 *
 * @public
 */
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;

/** @public */
export const incidentDeliverySchema = objectSchema<IncidentDelivery>(
  z.object({
    id: itemIdSchema,
    source: incidentSourceIdSchema,
    sourceTitle: z.string(),
    kind: z
      .enum(['webhook', 'backfill'])
      .describe('A webhook of the source, or a backfill'),
    type: z
      .string()
      .optional()
      .describe("The source's name for this kind of delivery, once parsed"),
    status: deliveryStatusSchema,
    receivedAt: timestampSchema,
    finishedAt: timestampSchema.optional(),
    attempts: z.int().min(0),
    error: z.string().optional().describe('Error of the last attempt'),
    nextAttemptAt: timestampSchema.optional(),
  } satisfies Fields<IncidentDelivery>),
);

/**
 * A delivery from a source, or a backfill request.
 *
 * @public
 */
export interface IncidentDelivery {
  id: string;
  source: string;
  sourceTitle: string;
  kind: 'webhook' | 'backfill';
  type?: string;
  status: DeliveryStatus;
  receivedAt: string;
  finishedAt?: string;
  attempts: number;
  error?: string;
  nextAttemptAt?: string;
}

/** @public */
export const listDeliveriesQuerySchema = objectSchema<
  WithDefaults<ListDeliveriesQuery, 'limit' | 'totalItems'>,
  ListDeliveriesQuery
>(
  z.strictObject({
    status: anyOf(deliveryStatusSchema),
    source: anyOf(incidentSourceIdSchema),
    ...pageParameters,
  } satisfies Fields<ListDeliveriesQuery>),
);

/** Query parameters of `listIncidentDeliveries`. @public */
export interface ListDeliveriesQuery extends PageParameters {
  status?: DeliveryStatus[];
  source?: string[];
}

/** @public */
export const deliveryPageSchema = pageSchema<IncidentDelivery>(
  incidentDeliverySchema,
);

/** @public */
export const tooLargeSchema = objectSchema<TooLarge>(
  z.object({
    rejected: z.int().min(1).describe('Number of rejected deliveries'),
    lastAt: timestampSchema.describe('When the last one was rejected'),
    limit: z
      .int()
      .min(1)
      .describe('postmortems.incidents.maxDeliverySize, in bytes'),
    sizeSetting: z
      .string()
      .optional()
      .describe('Setting of the tool that limits the size, if it has one'),
  } satisfies Fields<TooLarge>),
);

/**
 * Deliveries rejected as too large (413). Reset once the last rejection is older than
 * `keepDeliveries`.
 *
 * @public
 */
export interface TooLarge {
  rejected: number;
  lastAt: string;
  limit: number;
  sizeSetting?: string;
}

/** @public */
export const sharedAddressSchema = objectSchema<SharedAddress>(
  z.object({
    address: z.string().describe('Masked, such as a…@example.com'),
    userRefs: z.array(entityRefSchema),
    incidents: z.int().min(1).describe('Number of incidents that mention it'),
  } satisfies Fields<SharedAddress>),
);

/**
 * An email address shared by several catalog users. A person in an incident with this
 * address is matched to none of them, because the match is ambiguous.
 *
 * @public
 */
export interface SharedAddress {
  address: string;
  userRefs: string[];
  incidents: number;
}

/** @public */
export const incidentSourceSchema = objectSchema<IncidentSourceState>(
  z.object({
    id: incidentSourceIdSchema,
    title: z.string(),
    webhookPath: z
      .string()
      .describe("Webhook path, relative to the backend's URL"),
    annotations: z
      .array(z.string())
      .describe('Annotations that link catalog entities to its services'),
    canBackfill: z.boolean().describe('Whether it supports backfills'),
    lastDelivery: incidentDeliverySchema.optional(),
    deliveries: z.record(deliveryStatusSchema, z.int().min(0)),
    ignoredTypes: z.array(
      z.object({ type: z.string(), count: z.int().min(0) }),
    ),
    tooLarge: tooLargeSchema.optional(),
    waitingIncidents: z.int().min(0),
    unknownSeverities: z.array(
      z.object({ severity: z.string(), incidents: z.int().min(0) }),
    ),
    sharedAddresses: z
      .array(sharedAddressSchema)
      .describe(
        'Email addresses shared by several catalog users, so no one was matched',
      ),
    unmappedServices: z.int().min(0),
  } satisfies Fields<IncidentSourceState>),
);

/**
 * An incident source as operators see it. Counts cover only what is still stored.
 *
 * @public
 */
export interface IncidentSourceState {
  id: string;
  title: string;
  webhookPath: string;
  annotations: string[];
  canBackfill: boolean;
  lastDelivery?: IncidentDelivery;
  deliveries: Record<DeliveryStatus, number>;
  ignoredTypes: { type: string; count: number }[];
  tooLarge?: TooLarge;
  waitingIncidents: number;
  unknownSeverities: { severity: string; incidents: number }[];
  sharedAddresses: SharedAddress[];
  unmappedServices: number;
}

/** @public */
export const disabledIncidentSourceSchema =
  objectSchema<DisabledIncidentSource>(
    z.object({
      id: incidentSourceIdSchema,
      reason: z.enum(['no-secret', 'no-module']),
      configKey: z.string(),
    } satisfies Fields<DisabledIncidentSource>),
  );

/**
 * An incident source that is configured, but rejects all deliveries: without a secret, they cannot
 * be verified; without its backend module, they cannot be read.
 *
 * @public
 */
export interface DisabledIncidentSource {
  id: string;
  reason: 'no-secret' | 'no-module';
  /** The configuration key of its secrets. */
  configKey: string;
}

/** @public */
export const unmappedServiceSchema = objectSchema<UnmappedService>(
  z.object({
    source: incidentSourceIdSchema,
    sourceTitle: z.string(),
    id: z.string().describe("The service's id in the source"),
    name: z.string().optional(),
    incidents: z.int().min(0).describe('Number of incidents that mention it'),
    waitingIncidents: z
      .int()
      .min(0)
      .describe('Number of incidents that it blocks'),
    annotations: z
      .array(z.string())
      .describe(
        'Annotations that map the service: set one of them on an entity, with the id as value',
      ),
    suggestions: z
      .array(z.object({ entityRef: entityRefSchema, title: z.string() }))
      .describe('Entities with a similar name, best match first'),
  } satisfies Fields<UnmappedService>),
);

/**
 * A service of a source that is not mapped to an entity.
 *
 * @public
 */
export interface UnmappedService {
  source: string;
  sourceTitle: string;
  id: string;
  name?: string;
  incidents: number;
  waitingIncidents: number;
  annotations: string[];
  suggestions: { entityRef: string; title: string }[];
}

/** @public */
export const unmappedServicesSchema = objectSchema<UnmappedServices>(
  z.object({
    items: z.array(unmappedServiceSchema),
    truncated: z
      .boolean()
      .describe(`Whether there are more than ${LIMITS.unmappedServices}`),
  } satisfies Fields<UnmappedServices>),
);

/** Response of `listUnmappedServices`. @public */
export interface UnmappedServices {
  items: UnmappedService[];
  truncated: boolean;
}

/** @public */
export const requestBackfillSchema = objectSchema<RequestBackfill>(
  z.strictObject({
    since: timestampSchema.describe('Load incidents declared since this time'),
  } satisfies Fields<RequestBackfill>),
);

/** Request body of `requestBackfill`. @public */
export interface RequestBackfill {
  since: string;
}
