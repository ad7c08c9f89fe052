import { z } from 'zod';
import {
  entityRefSchema,
  itemIdSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { severitySchema } from '../policy/severity';
import { visibilitySchema } from '../postmortem/visibility';
import type { Visibility } from '../postmortem/visibility';
import { complianceStatusSchema } from './model';
import type { ComplianceStatus } from './model';

/**
 * Exceptions: changes to a deadline, severity or compliance status other than regular publishing.
 * - `waiver`, `extension`, `correction`: granted by someone independent
 * - `redated`: a deadline-relevant fact changed within a day of its first entry
 * - `source-report`: the incident source reported a later resolution
 * - `covered`, `merged`: another incident or postmortem was added
 * - `imported`: an imported postmortem claimed to be published, waived or extended
 * - `import-confirmed`: someone independent confirmed an import's claims
 * - `deleted`: an earlier postmortem for the incident was deleted
 * - `restored`: a deleted or merged postmortem was restored
 * - `unapproved-publication`: published without an independent approval, as configured
 * - `review-dismissed`: a request for changes was dismissed
 *
 * @public
 */
export const complianceExceptionKindSchema = z.enum([
  'waiver',
  'extension',
  'correction',
  'redated',
  'source-report',
  'covered',
  'merged',
  'imported',
  'import-confirmed',
  'deleted',
  'restored',
  'unapproved-publication',
  'review-dismissed',
]);

/** @public */
export type ComplianceExceptionKind = z.infer<
  typeof complianceExceptionKindSchema
>;

/** @public */
export const complianceExceptionSchema = z.object({
  id: itemIdSchema,
  postmortemId: postmortemIdSchema,
  kind: complianceExceptionKindSchema,
  at: timestampSchema,
  actorRef: z
    .string()
    .describe('A user entity reference, or the name of a service or source'),
  reason: z.string().optional(),
  field: z.string().optional().describe('The fact that changed'),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  statusBefore: complianceStatusSchema.optional(),
  statusAfter: complianceStatusSchema.optional(),
  dueBefore: timestampSchema.optional(),
  dueAfter: timestampSchema.optional(),
  subjectId: postmortemIdSchema
    .optional()
    .describe('The other postmortem: deleted, merged or covered'),
} satisfies Fields<ComplianceException>);

/**
 * An entry of the exceptions report: who changed what, when, why and by how much.
 *
 * @public
 */
export interface ComplianceException {
  id: string;
  postmortemId: string;
  kind: ComplianceExceptionKind;
  at: string;
  actorRef: string;
  reason?: string;
  field?: string;
  before?: unknown;
  after?: unknown;
  statusBefore?: ComplianceStatus;
  statusAfter?: ComplianceStatus;
  dueBefore?: string;
  dueAfter?: string;
  subjectId?: string;
}

/** @public */
export const complianceExceptionListItemSchema =
  objectSchema<ComplianceExceptionListItem>(
    complianceExceptionSchema.extend({
      title: z.string().describe('Title of the postmortem'),
      visibility: visibilitySchema,
      governingSeverity: severitySchema,
      teamRefs: z.array(entityRefSchema),
      timeZone: z.string().describe('The time zone of the deadlines'),
    }),
  );

/**
 * An exception in the report, with its postmortem.
 *
 * @public
 */
export interface ComplianceExceptionListItem extends ComplianceException {
  title: string;
  visibility: Visibility;
  governingSeverity: string;
  teamRefs: string[];
  timeZone: string;
}
