import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { entityRefSchema, timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { severitySchema } from '../policy/severity';
import { incidentSourceIdSchema } from './model';

/** @public */
export const incidentMappingKeySchema = objectSchema<IncidentMappingKey>(
  z.strictObject({
    source: incidentSourceIdSchema,
    kind: z.enum(['service', 'severity']),
    word: z
      .string()
      .trim()
      .min(1)
      .max(LIMITS.mappedWord)
      .describe(
        "The service's id or name, or the severity, as named by the source",
      ),
  } satisfies Fields<IncidentMappingKey>),
);

/**
 * Identifies a mapping: the source, and its name for a service or severity (case-insensitive).
 *
 * @public
 */
export interface IncidentMappingKey {
  source: string;
  kind: 'service' | 'severity';
  word: string;
}

/** @public */
export const putIncidentMappingSchema = objectSchema<PutIncidentMapping>(
  z
    .strictObject({
      entityRefs: z
        .array(entityRefSchema)
        .min(1)
        .max(LIMITS.entityRefs)
        .optional()
        .describe('For a service: the affected entities, primary first'),
      severity: severitySchema.optional().describe('For a severity'),
    } satisfies Fields<PutIncidentMapping>)
    .refine(({ entityRefs, severity }) => !entityRefs !== !severity, {
      error: 'must have either entityRefs or severity',
    }),
);

/** Request body of `putIncidentMapping`. @public */
export interface PutIncidentMapping {
  entityRefs?: string[];
  severity?: string;
}

/** @public */
export const incidentMappingSchema = objectSchema<IncidentMapping>(
  z.object({
    source: incidentSourceIdSchema,
    sourceTitle: z.string(),
    kind: z.enum(['service', 'severity']),
    word: z.string(),
    entityRefs: z.array(entityRefSchema).optional(),
    severity: severitySchema.optional(),
    origin: z.enum(['configuration', 'portal']),
    overridden: z
      .boolean()
      .describe('Whether the configuration maps the same service or severity'),
    createdBy: z.string().optional(),
    createdAt: timestampSchema.optional(),
  } satisfies Fields<IncidentMapping>),
);

/**
 * How a source's service or severity is mapped, in the configuration or in the portal. The
 * configuration takes precedence.
 *
 * @public
 */
export interface IncidentMapping extends IncidentMappingKey {
  sourceTitle: string;
  entityRefs?: string[];
  severity?: string;
  origin: 'configuration' | 'portal';
  overridden: boolean;
  createdBy?: string;
  createdAt?: string;
}

/** @public */
export const incidentMappingsSchema = objectSchema<IncidentMappings>(
  z.object({
    items: z.array(incidentMappingSchema),
  } satisfies Fields<IncidentMappings>),
);

/** Response of `listIncidentMappings`. @public */
export interface IncidentMappings {
  items: IncidentMapping[];
}
