import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  anyOf,
  pageParameters,
  pageSchema,
  refOrNoneSchema,
  subTeamsSchema,
} from '../kernel/listing';
import type { PageParameters } from '../kernel/listing';
import {
  entityRefSchema,
  itemIdSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { severitySchema } from '../policy/severity';

/**
 * The id of an incident source, such as `pagerduty`.
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
 * The disposition of an incident from a source:
 * - `waiting`: requires a postmortem, or may require one, and has none yet
 * - `covered`: has a postmortem
 * - `merged`: was merged into another incident, whose postmortem covers it
 * - `not-required`: requires no postmortem
 *
 * @public
 */
export const incidentDispositionSchema = z.enum([
  'waiting',
  'covered',
  'merged',
  'not-required',
]);

/** @public */
export type IncidentDisposition = z.infer<typeof incidentDispositionSchema>;

/**
 * Why an incident requires no postmortem: no rule covers its severity, it never had a severity, it
 * was a drill, or the configuration excludes its source or one of its labels.
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
 * What blocks an incident's postmortem: an unmapped `severity`, unmapped `services`, or a sync that
 * `failed` and will be retried.
 *
 * @public
 */
export const blockedBySchema = z.enum(['severity', 'services', 'failed']);

/** @public */
export type BlockedBy = z.infer<typeof blockedBySchema>;

const identity = {
  source: incidentSourceIdSchema,
  sourceTitle: z.string().describe('Display name, such as PagerDuty'),
  key: z.string().describe("The incident's key in the source"),
  title: z.string(),
  url: z.string().optional().describe('URL in the incident tool'),
};

/** @public */
export const leftOutSchema = objectSchema<LeftOut>(
  z.object({
    field: z.enum(['title', 'entityRefs', 'contributors', 'links', 'timeline']),
    unit: z.enum(['items', 'characters']),
    leftOut: z.int().min(1),
    total: z.int().min(1),
    limit: z.int().min(1),
  } satisfies Fields<LeftOut>),
);

/**
 * Source data omitted because a limit was reached: the number of list items, or of characters in a
 * text.
 *
 * @public
 */
export interface LeftOut {
  field: 'title' | 'entityRefs' | 'contributors' | 'links' | 'timeline';
  unit: 'items' | 'characters';
  leftOut: number;
  total: number;
  limit: number;
}

/** @public */
export const incidentSchema = objectSchema<Incident>(
  z.object({
    id: itemIdSchema,
    ...identity,
    disposition: incidentDispositionSchema,
    notRequiredBecause: notRequiredReasonSchema.optional(),
    blockedBy: blockedBySchema.optional(),
    error: z
      .string()
      .optional()
      .describe(
        'Last failure, which will be retried. Only operators can see it',
      ),
    startedAt: timestampSchema,
    resolvedAt: timestampSchema.optional(),
    governingSeverity: severitySchema.optional(),
    unknownSeverities: z
      .array(z.string())
      .describe('Unmapped severities, as named by the source'),
    entityRefs: z.array(entityRefSchema),
    teamRefs: z.array(entityRefSchema),
    unmappedServices: z
      .array(z.string())
      .describe('Services that map to no entity'),
    leftOut: z
      .array(leftOutSchema)
      .describe(
        "Source data omitted because it exceeded the postmortem's limits",
      ),
    private: z.boolean(),
    mergedInto: z
      .string()
      .optional()
      .describe("The surviving incident's key in the source"),
    postmortemId: postmortemIdSchema.optional(),
  } satisfies Fields<Incident>),
);

/**
 * An incident from a source.
 *
 * @public
 */
export interface Incident {
  id: string;
  source: string;
  sourceTitle: string;
  key: string;
  title: string;
  url?: string;
  disposition: IncidentDisposition;
  notRequiredBecause?: NotRequiredReason;
  blockedBy?: BlockedBy;
  error?: string;
  startedAt: string;
  resolvedAt?: string;
  governingSeverity?: string;
  unknownSeverities: string[];
  entityRefs: string[];
  teamRefs: string[];
  unmappedServices: string[];
  leftOut: LeftOut[];
  private: boolean;
  mergedInto?: string;
  postmortemId?: string;
}

/** @public */
export const listIncidentsQuerySchema = objectSchema<
  WithDefaults<ListIncidentsQuery, 'limit' | 'totalItems'>,
  ListIncidentsQuery
>(
  z.strictObject({
    entityRef: anyOf(entityRefSchema),
    teamRef: anyOf(refOrNoneSchema).describe(
      'Owning team, or "none" for incidents that no group owns',
    ),
    subTeams: subTeamsSchema,
    source: anyOf(incidentSourceIdSchema),
    disposition: anyOf(incidentDispositionSchema).describe(
      'Default: incidents that need a postmortem',
    ),
    startedAfter: timestampSchema
      .optional()
      .describe('Started at or after this time'),
    startedBefore: timestampSchema
      .optional()
      .describe('Started before this time'),
    resolved: z
      .enum(['true', 'false'])
      .optional()
      .describe('Whether the source reports it as resolved'),
    resolvedAfter: timestampSchema
      .optional()
      .describe('Unresolved, or resolved at or after this time'),
    severity: anyOf(severitySchema).describe(
      'Governing severity, or "none" for incidents without one',
    ),
    q: z
      .string()
      .trim()
      .max(LIMITS.query)
      .optional()
      .describe('Search in title and key; each word matches anywhere'),
    leftOut: z
      .literal('true')
      .optional()
      .describe('Only incidents with omitted data'),
    ...pageParameters,
  } satisfies Fields<ListIncidentsQuery>),
);

/** Query parameters of `listIncidents`. @public */
export interface ListIncidentsQuery extends PageParameters {
  entityRef?: string[];
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
  source?: string[];
  disposition?: IncidentDisposition[];
  startedAfter?: string;
  startedBefore?: string;
  resolved?: 'true' | 'false';
  resolvedAfter?: string;
  severity?: string[];
  q?: string;
  leftOut?: 'true';
}

/** @public */
export const incidentPageSchema = pageSchema<Incident>(incidentSchema);

/** @public */
export const postmortemIncidentSchema = objectSchema<PostmortemIncident>(
  z.object({
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
      .describe('The incident that it was merged into'),
  } satisfies Fields<PostmortemIncident>),
);

/**
 * An incident that a postmortem covers.
 *
 * @public
 */
export interface PostmortemIncident {
  id: string;
  source: string;
  sourceTitle: string;
  key: string;
  title: string;
  url?: string;
  mergedInto?: {
    key: string;
    title?: string;
    url?: string;
    postmortemId?: string;
  };
}
