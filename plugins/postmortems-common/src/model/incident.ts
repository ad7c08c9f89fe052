/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { z } from 'zod';
import { LIMITS } from './limits';
import {
  anyOf,
  pageParameters,
  pageSchema,
  refOrNoneSchema,
  subTeamsSchema,
} from './listing';
import {
  entityRefSchema,
  itemIdSchema,
  postmortemIdSchema,
  timestampSchema,
} from './primitives';
import { severitySchema } from './severity';

/**
 * The name of an incident source, such as `pagerduty`.
 *
 * @public
 */
export const incidentSourceIdSchema = z
  .string()
  .max(63)
  .regex(/^[a-z][a-z0-9-]*$/, {
    error: 'must be the id of an incident source such as pagerduty',
  });

/**
 * Where an incident that came in by itself stands:
 *
 * - `waiting`: it owes a postmortem, or may owe one, and has none yet;
 * - `covered`: it has a postmortem;
 * - `merged`: it went on as part of another, whose postmortem covers it;
 * - `not-required`: it owes none.
 *
 * @public
 */
export const incidentStandingSchema = z.enum([
  'waiting',
  'covered',
  'merged',
  'not-required',
]);

/** @public */
export type IncidentStanding = z.infer<typeof incidentStandingSchema>;

/**
 * Why an incident owes no postmortem: no rule covers its severity, it never had one, it was a
 * drill, or configuration leaves out its source or one of its labels.
 *
 * @public
 */
export const notRequiredReasonSchema = z.enum([
  'severity',
  'no-severity',
  'drill',
  'source',
  'label',
]);

/** @public */
export type NotRequiredReason = z.infer<typeof notRequiredReasonSchema>;

/**
 * What an incident waits for before it becomes a postmortem: that somebody maps its `severity` or
 * its `services`, or that whatever `failed` works again. Where its postmortem was `deleted`, it
 * gets no other by itself.
 *
 * @public
 */
export const waitingForSchema = z.enum([
  'severity',
  'services',
  'failed',
  'deleted',
]);

/** @public */
export type WaitingFor = z.infer<typeof waitingForSchema>;

const identity = {
  source: incidentSourceIdSchema,
  sourceTitle: z.string().describe('Such as PagerDuty'),
  key: z.string().describe('What the source calls the incident'),
  title: z.string(),
  url: z.string().optional().describe('Where it is seen in the incident tool'),
};

/**
 * An incident as it came in from a source.
 *
 * @public
 */
export const incidentSchema = z.object({
  id: itemIdSchema,
  ...identity,
  standing: incidentStandingSchema,
  notRequiredBecause: notRequiredReasonSchema.optional(),
  waitingFor: waitingForSchema.optional(),
  error: z
    .string()
    .optional()
    .describe('What failed, and is tried again; told to operators only'),
  startedAt: timestampSchema,
  resolvedAt: timestampSchema.optional(),
  governingSeverity: severitySchema.optional(),
  unknownSeverities: z
    .array(z.string())
    .describe("Severities in the source's words that nobody mapped"),
  entityRefs: z.array(entityRefSchema),
  teamRefs: z.array(entityRefSchema),
  unmappedServices: z
    .array(z.string())
    .describe('Services that nobody mapped to an entity'),
  private: z.boolean(),
  mergedInto: z.string().optional().describe('The key of the surviving one'),
  postmortemId: postmortemIdSchema.optional(),
});

/** @public */
export type Incident = z.infer<typeof incidentSchema>;

/** @public */
export const listIncidentsQuerySchema = z.strictObject({
  entityRef: anyOf(entityRefSchema),
  teamRef: anyOf(refOrNoneSchema).describe(
    'Owning team, or "none" for incidents without one',
  ),
  subTeams: subTeamsSchema,
  source: anyOf(incidentSourceIdSchema),
  standing: anyOf(incidentStandingSchema).describe(
    'By default those that wait for a postmortem',
  ),
  startedAfter: timestampSchema
    .optional()
    .describe('Started at this time or later'),
  ...pageParameters,
});

/** @public */
export type ListIncidentsQuery = z.input<typeof listIncidentsQuerySchema>;

/** @public */
export const incidentPageSchema = pageSchema(incidentSchema);

/**
 * An incident that a postmortem is about.
 *
 * @public
 */
export const postmortemIncidentSchema = z.object({
  id: itemIdSchema,
  ...identity,
  mergedInto: z
    .object({
      key: z.string(),
      title: z.string().optional(),
      url: z.string().optional(),
      postmortemId: postmortemIdSchema.optional(),
    })
    .optional()
    .describe('The incident that it went on as part of'),
});

/** @public */
export type PostmortemIncident = z.infer<typeof postmortemIncidentSchema>;

/**
 * The facts of a postmortem that an incident source can give.
 *
 * @public
 */
export const sourceFactFieldSchema = z.enum([
  'title',
  'outcome',
  'startedAt',
  'mitigatedAt',
  'resolvedAt',
  'severityHistory',
  'entityRefs',
  'commanderRef',
  'contributors',
  'links',
  'visibility',
]);

/** @public */
export type SourceFactField = z.infer<typeof sourceFactFieldSchema>;

/**
 * How a fact stands to its source:
 *
 * - `same`: the postmortem says what the source says, and follows it;
 * - `ours`: a person changed it here, and the source still says what it said then;
 * - `differs`: the source changed it since, and a person has to choose.
 *
 * @public
 */
export const sourceFactStateSchema = z.enum(['same', 'ours', 'differs']);

/** @public */
export type SourceFactState = z.infer<typeof sourceFactStateSchema>;

/**
 * What the source says of one fact.
 *
 * @public
 */
export const sourceFactSchema = z.object({
  field: sourceFactFieldSchema,
  source: incidentSourceIdSchema,
  sourceTitle: z.string(),
  value: z
    .unknown()
    .optional()
    .describe(
      'What the source says, as the field of the postmortem has it; absent where it says none',
    ),
  at: timestampSchema
    .optional()
    .describe('When it became so, as far as the source tells'),
  state: sourceFactStateSchema,
});

/** @public */
export type SourceFact = z.infer<typeof sourceFactSchema>;

/** @public */
export const chooseSourceFactSchema = z.strictObject({
  choose: z
    .enum(['source', 'ours'])
    .describe("Whether the source's value is taken, or ours kept"),
});

/** @public */
export type ChooseSourceFact = z.infer<typeof chooseSourceFactSchema>;

/** @public */
export const deliveryStatusSchema = z.enum([
  'pending',
  'applied',
  'ignored',
  'parked',
]);

/**
 * What became of a delivery: still to be applied, applied, ignored because it tells nothing that
 * matters, or parked because it could not be applied.
 *
 * @public
 */
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;

/**
 * Something that came in from a source, or was asked of it.
 *
 * @public
 */
export const incidentDeliverySchema = z.object({
  id: itemIdSchema,
  source: incidentSourceIdSchema,
  sourceTitle: z.string(),
  kind: z
    .enum(['webhook', 'backfill'])
    .describe('Sent by the source, or past incidents asked of it'),
  type: z
    .string()
    .optional()
    .describe("The source's name for what it tells, once it was read"),
  status: deliveryStatusSchema,
  receivedAt: timestampSchema,
  finishedAt: timestampSchema.optional(),
  attempts: z.int().min(0),
  error: z.string().optional().describe('Why the last attempt failed'),
  nextAttemptAt: timestampSchema.optional(),
});

/** @public */
export type IncidentDelivery = z.infer<typeof incidentDeliverySchema>;

/** @public */
export const listDeliveriesQuerySchema = z.strictObject({
  status: anyOf(deliveryStatusSchema),
  source: anyOf(incidentSourceIdSchema),
  ...pageParameters,
});

/** @public */
export type ListDeliveriesQuery = z.input<typeof listDeliveriesQuerySchema>;

/** @public */
export const deliveryPageSchema = pageSchema(incidentDeliverySchema);

/**
 * A source as its operators see it. Counts are of what is still kept.
 *
 * @public
 */
export const incidentSourceSchema = z.object({
  id: incidentSourceIdSchema,
  title: z.string(),
  webhookPath: z
    .string()
    .describe('Where it sends to, below the address of the backend'),
  annotations: z
    .array(z.string())
    .describe('By which catalog entities name its services'),
  canBackfill: z.boolean().describe('Whether it can be asked for the past'),
  lastDelivery: incidentDeliverySchema.optional(),
  deliveries: z.record(deliveryStatusSchema, z.int().min(0)),
  ignoredTypes: z.array(z.object({ type: z.string(), count: z.int().min(0) })),
  waitingIncidents: z.int().min(0),
  unknownSeverities: z.array(
    z.object({ severity: z.string(), incidents: z.int().min(0) }),
  ),
  unmappedServices: z.int().min(0),
});

/** @public */
export type IncidentSourceState = z.infer<typeof incidentSourceSchema>;

/**
 * A service of a source that nobody mapped to an entity.
 *
 * @public
 */
export const unmappedServiceSchema = z.object({
  source: incidentSourceIdSchema,
  sourceTitle: z.string(),
  id: z.string().describe('By which the source knows it'),
  name: z.string().optional(),
  incidents: z.int().min(0).describe('Incidents that name it'),
  waitingIncidents: z
    .int()
    .min(0)
    .describe('Those of them that wait for it to become postmortems'),
  annotations: z
    .array(z.string())
    .describe('Any of these on an entity, with the id as its value, maps it'),
  suggestions: z
    .array(z.object({ entityRef: entityRefSchema, title: z.string() }))
    .describe('Entities with a name like it, the likeliest first'),
});

/** @public */
export type UnmappedService = z.infer<typeof unmappedServiceSchema>;

/** @public */
export const unmappedServicesSchema = z.object({
  items: z.array(unmappedServiceSchema),
  truncated: z
    .boolean()
    .describe(`Whether there are more than ${LIMITS.unmappedServices}`),
});

/** @public */
export type UnmappedServices = z.infer<typeof unmappedServicesSchema>;

/** @public */
export const requestBackfillSchema = z.strictObject({
  since: timestampSchema.describe('Incidents declared since then'),
});

/** @public */
export type RequestBackfill = z.infer<typeof requestBackfillSchema>;
