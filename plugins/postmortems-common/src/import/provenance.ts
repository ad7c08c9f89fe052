import { z } from 'zod';
import { extensionSchema, waiverSchema } from '../compliance/waiver';
import type { Extension, Waiver } from '../compliance/waiver';
import { LIMITS } from '../kernel/limits';
import {
  entityRefSchema,
  lineSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * Facts that an import can claim. A claim doesn't count until someone independent confirms it.
 *
 * @public
 */
export const importClaimSchema = z.enum([
  'publication',
  'waiver',
  'extension',
  'acknowledgement',
  'meeting',
]);

/** @public */
export type ImportClaim = z.infer<typeof importClaimSchema>;

/**
 * Where an imported text comes from, such as `wiki`.
 *
 * @public
 */
export const importSourceSchema = lineSchema(LIMITS.title).describe(
  'Origin, such as wiki',
);

/**
 * Why someone can't confirm an import's claims.
 * - `importer`: they imported it
 * - `owner`, `was-owner`: they own it, or acknowledged or edited it as a past owner
 * - `author`: they wrote more than half of the text
 * - `service`: the caller is a service, not a person
 *
 * @public
 */
export const importDependenceSchema = z.enum([
  'importer',
  'owner',
  'was-owner',
  'author',
  'service',
]);

/** @public */
export type ImportDependence = z.infer<typeof importDependenceSchema>;

/** @public */
export const importProvenanceSchema = objectSchema<ImportProvenance>(
  z.object({
    by: z
      .string()
      .describe('A user entity reference, or the name of a service'),
    at: timestampSchema,
    source: importSourceSchema.optional(),
    claims: z
      .object({
        publication: z.object({ at: timestampSchema }),
        waiver: waiverSchema,
        extension: extensionSchema,
        acknowledgement: z.object({
          ownerRef: entityRefSchema,
          at: timestampSchema,
        }),
        meeting: z.object({ heldAt: timestampSchema }),
      })
      .partial()
      .describe('Claims about its history'),
    confirmedBy: entityRefSchema.optional(),
    confirmedAt: timestampSchema.optional(),
    dependence: importDependenceSchema
      .optional()
      .describe(
        'Why the caller cannot confirm the claims; missing if they can',
      ),
  } satisfies Fields<ImportProvenance>),
);

/**
 * Where an import comes from: who imported it, when and from which system, what it claims, and who
 * confirmed that.
 *
 * @public
 */
export interface ImportProvenance {
  by: string;
  at: string;
  source?: string;
  claims: {
    publication?: { at: string };
    waiver?: Waiver;
    extension?: Extension;
    acknowledgement?: { ownerRef: string; at: string };
    meeting?: { heldAt: string };
  };
  confirmedBy?: string;
  confirmedAt?: string;
  dependence?: ImportDependence;
}

/**
 * Facts that supersede an import's claims.
 *
 * @public
 */
export interface ImportClaimFacts {
  publications: unknown[];
  waiver?: Waiver;
  extension?: Extension;
  ownerRef?: string;
  ownerAcknowledgedAt?: string;
  meetingHeldAt?: string;
  imported?: Pick<ImportProvenance, 'claims' | 'confirmedAt'>;
}

/**
 * An import's open claims: neither confirmed nor superseded by actions in the portal.
 *
 * @public
 */
export function openImportClaims(postmortem: ImportClaimFacts): ImportClaim[] {
  const { imported, ownerRef, ownerAcknowledgedAt } = postmortem;
  if (!imported || imported.confirmedAt) return [];
  const { claims } = imported;
  const replaced: Record<ImportClaim, boolean> = {
    publication: postmortem.publications.length > 0,
    waiver: postmortem.waiver !== undefined,
    extension: postmortem.extension !== undefined,
    acknowledgement:
      ownerAcknowledgedAt !== undefined ||
      ownerRef !== claims.acknowledgement?.ownerRef,
    meeting: postmortem.meetingHeldAt !== undefined,
  };
  return importClaimSchema.options.filter(
    claim => claims[claim] && !replaced[claim],
  );
}
