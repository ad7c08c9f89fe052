import { z } from 'zod';
import { complianceStatusSchema } from '../compliance/model';
import type { ComplianceStatus } from '../compliance/model';
import { LIMITS } from '../kernel/limits';
import { pageParameters, pageSchema } from '../kernel/listing';
import type { PageParameters } from '../kernel/listing';
import {
  entityRefSchema,
  lineSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { severitySchema } from '../policy/severity';
import { visibilitySchema } from '../postmortem/visibility';
import type { Visibility } from '../postmortem/visibility';

/** @public */
export const deletePostmortemSchema = objectSchema<DeletePostmortem>(
  z.strictObject({
    reason: lineSchema(LIMITS.reason).describe(
      'Shown with the deleted postmortem and in the history of its replacement',
    ),
  } satisfies Fields<DeletePostmortem>),
);

/** Request body of `deletePostmortem`. @public */
export interface DeletePostmortem {
  reason: string;
}

/** @public */
export const deletedPostmortemSchema = objectSchema<DeletedPostmortem>(
  z.object({
    id: postmortemIdSchema,
    title: z.string().optional().describe('Missing after the purge'),
    governingSeverity: severitySchema,
    visibility: visibilitySchema,
    startedAt: timestampSchema,
    resolvedAt: timestampSchema.optional(),
    publishedAt: timestampSchema.optional(),
    dueAt: timestampSchema.optional(),
    complianceStatus: complianceStatusSchema.describe('When it was deleted'),
    teamRefs: z.array(entityRefSchema),
    entityRefs: z.array(entityRefSchema),
    deletedAt: timestampSchema,
    deletedBy: z
      .string()
      .describe('A user entity reference, or the name of a service'),
    reason: z.string(),
    successorId: postmortemIdSchema
      .optional()
      .describe('The postmortem that replaced it or that it was merged into'),
    merged: z.boolean().describe('Whether it was merged into the successor'),
    purgeAt: timestampSchema.describe(
      'When its content is purged; until then it can be restored',
    ),
    purgedAt: timestampSchema.optional(),
  } satisfies Fields<DeletedPostmortem>),
);

/**
 * A deleted postmortem. It can be restored until `purgeAt`. After that only this record remains,
 * without title and content.
 *
 * @public
 */
export interface DeletedPostmortem {
  id: string;
  title?: string;
  governingSeverity: string;
  visibility: Visibility;
  startedAt: string;
  resolvedAt?: string;
  publishedAt?: string;
  dueAt?: string;
  complianceStatus: ComplianceStatus;
  teamRefs: string[];
  entityRefs: string[];
  deletedAt: string;
  deletedBy: string;
  reason: string;
  successorId?: string;
  merged: boolean;
  purgeAt: string;
  purgedAt?: string;
}

/** @public */
export const listDeletedPostmortemsQuerySchema = objectSchema<
  WithDefaults<ListDeletedPostmortemsQuery, 'limit' | 'totalItems'>,
  ListDeletedPostmortemsQuery
>(
  z.strictObject({
    ...pageParameters,
  } satisfies Fields<ListDeletedPostmortemsQuery>),
);

/** Query parameters of `listDeletedPostmortems`. @public */
export type ListDeletedPostmortemsQuery = PageParameters;

/** @public */
export const deletedPostmortemPageSchema = pageSchema<DeletedPostmortem>(
  deletedPostmortemSchema,
);

/** @public */
export const restorePostmortemSchema = objectSchema<RestorePostmortem>(
  z.strictObject({
    reason: lineSchema(LIMITS.reason)
      .optional()
      .describe('Shown in the history'),
  } satisfies Fields<RestorePostmortem>),
);

/** Request body of `restorePostmortem`. @public */
export interface RestorePostmortem {
  reason?: string;
}
