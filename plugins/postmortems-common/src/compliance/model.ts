import { z } from 'zod';
import { timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * A postmortem's compliance status. `claimed`: an import claims that it was published, waived or
 * extended, but nobody independent has confirmed that. Until then it is excluded from all rates.
 *
 * @public
 */
export const complianceStatusSchema = z.enum([
  'not-required',
  'pending',
  'on-track',
  'due-soon',
  'overdue',
  'met',
  'late',
  'waived',
  'claimed',
]);

/** @public */
export type ComplianceStatus = z.infer<typeof complianceStatusSchema>;

/** @public */
export const complianceGroupBySchema = z.enum([
  'team',
  'severity',
  'entity',
  'month',
  'quarter',
]);

/** @public */
export type ComplianceGroupBy = z.infer<typeof complianceGroupBySchema>;

/** @public */
export const complianceFiguresSchema = z.object({
  total: z.int().min(0),
  counts: z.record(complianceStatusSchema, z.int().min(0)),
  due: z.int().min(0).describe('The denominator: met + late + overdue'),
  rate: z.number().min(0).max(1).optional(),
  medianHoursToPublish: z
    .number()
    .optional()
    .describe('Median hours from resolution to first publication'),
  byException: z
    .int()
    .min(0)
    .describe('Postmortems in the rate with an exception'),
  createdByPerson: z
    .int()
    .min(0)
    .describe('Postmortems created by a person rather than from a source'),
  imported: z.int().min(0),
  deleted: z
    .int()
    .min(0)
    .describe('Deleted postmortems whose incident requires a new one'),
  uncovered: z
    .int()
    .min(0)
    .optional()
    .describe(
      'Incidents that need a postmortem and have none, which total leaves out. Only with filters that incidents have, too: entityRef, teamRef, severity, source, resolved, started and q',
    ),
  lastStartedAt: timestampSchema
    .optional()
    .describe('Start of the most recent incident'),
} satisfies Fields<ComplianceFigures>);

/**
 * Postmortem counts by compliance status. `rate` is met / (met + late + overdue), or undefined if
 * nothing was due.
 *
 * @public
 */
export interface ComplianceFigures {
  total: number;
  counts: Record<ComplianceStatus, number>;
  due: number;
  rate?: number;
  medianHoursToPublish?: number;
  byException: number;
  createdByPerson: number;
  imported: number;
  deleted: number;
  /** Incidents without a postmortem. Undefined with filters that incidents don't have. */
  uncovered?: number;
  lastStartedAt?: string;
}

/** @public */
export const complianceGroupSchema = objectSchema<ComplianceGroup>(
  complianceFiguresSchema.extend({
    key: z.string(),
    parents: z
      .array(z.string())
      .optional()
      .describe('Groups of this report directly above, if rolled up'),
  }),
);

/**
 * Counts for one group. `key` is a team or entity reference, a severity id, or the month
 * (`2026-03`) or quarter (`2026-Q1`) in which the incident started in UTC. It is `none` for
 * postmortems without a team, as in the `teamRef` filter, and for uncovered incidents without a
 * severity.
 *
 * @public
 */
export interface ComplianceGroup extends ComplianceFigures {
  key: string;
  /** Keys of the parent groups in the report, if sub-teams are rolled up. */
  parents?: string[];
}

/** @public */
export const complianceReportSchema = objectSchema<ComplianceReport>(
  z.object({
    groupBy: complianceGroupBySchema,
    groups: z.array(complianceGroupSchema),
    truncated: z
      .boolean()
      .describe('Whether there are more groups than returned'),
    overall: complianceFiguresSchema,
  } satisfies Fields<ComplianceReport>),
);

/**
 * The compliance report. A postmortem with two teams counts in both groups, but only once in
 * `overall`.
 *
 * @public
 */
export interface ComplianceReport {
  groupBy: ComplianceGroupBy;
  groups: ComplianceGroup[];
  truncated: boolean;
  overall: ComplianceFigures;
}

/**
 * Computes the on-time rate: the share of due postmortems that met their deadline.
 *
 * @param counts - number of postmortems per compliance status; missing means 0
 * @returns `due` (met + late + overdue) and `rate` from 0 to 1, undefined if nothing was due
 * @public
 */
export function complianceRate(
  counts: Partial<Record<ComplianceStatus, number>>,
): { due: number; rate?: number } {
  const met = counts.met ?? 0;
  const due = met + (counts.late ?? 0) + (counts.overdue ?? 0);
  return due === 0 ? { due } : { due, rate: met / due };
}
