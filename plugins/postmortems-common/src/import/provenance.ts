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
 * What an import can claim. A claim does not count until someone independent confirms it.
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
 * The origin of imported text, such as `wiki`.
 *
 * @public
 */
export const importSourceSchema = lineSchema(LIMITS.title).describe(
  'Origin, such as wiki',
);

/**
 * Why someone cannot confirm the claims of an import.
 * - `importer`: imported it
 * - `owner`, `was-owner`: owns it, or acknowledged or edited it as its owner
 * - `author`: wrote more than half of the text
 * - `service`: is not a person
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
 * The origin of an import: who imported it, when and from where, its claims, and who confirmed
 * them.
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
 * The facts that replace claims of an import.
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
 * The open claims of an import: neither confirmed, nor replaced by actions in the portal.
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
