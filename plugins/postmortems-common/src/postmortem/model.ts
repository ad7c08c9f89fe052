import { z } from 'zod';
import {
  actionItemPrioritySchema,
  actionItemSchema,
} from '../actionItem/model';
import type { ActionItem, ActionItemPriority } from '../actionItem/model';
import { complianceStatusSchema } from '../compliance/model';
import type { ComplianceStatus } from '../compliance/model';
import { extensionSchema, waiverSchema } from '../compliance/waiver';
import type { Extension, Waiver } from '../compliance/waiver';
import { contributingFactorSchema } from '../contributingFactor/model';
import type { ContributingFactor } from '../contributingFactor/model';
import { importProvenanceSchema } from '../import/provenance';
import type { ImportProvenance } from '../import/provenance';
import { postmortemIncidentSchema } from '../incident/model';
import type { PostmortemIncident } from '../incident/model';
import { sourceFactSchema } from '../incident/sourceFact';
import type { SourceFact } from '../incident/sourceFact';
import { LIMITS } from '../kernel/limits';
import { linkSchema } from '../kernel/link';
import type { Link } from '../kernel/link';
import {
  entityRefSchema,
  lineSchema,
  postmortemIdSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { meetingSchema } from '../meeting/model';
import type { Meeting } from '../meeting/model';
import { ownerSuggestionSchema } from '../ownership/model';
import type { OwnerSuggestion } from '../ownership/model';
import { deadlineSchema } from '../policy/model';
import type { Deadline } from '../policy/model';
import { severityChangeSchema, severitySchema } from '../policy/severity';
import type { SeverityChange } from '../policy/severity';
import { reviewStateSchema } from '../review/model';
import type { ReviewState } from '../review/model';
import { sectionSchema } from '../section/model';
import type { Section } from '../section/model';
import { timelineEventSchema } from '../timeline/model';
import type { TimelineEvent } from '../timeline/model';
import { contributorSchema } from './contributor';
import type { Contributor } from './contributor';
import { publicationSchema } from './publication';
import type { Publication } from './publication';
import { permissionsField } from './reportedPermissions';
import { visibilitySchema } from './visibility';
import type { Visibility } from './visibility';

/**
 * The lifecycle status of the document.
 *
 * @public
 */
export const statusSchema = z.enum(['draft', 'in-review', 'published']);

/** @public */
export type Status = z.infer<typeof statusSchema>;

/**
 * Whether there was an actual incident. A false alarm that triggered a response also requires a
 * postmortem.
 *
 * @public
 */
export const outcomeSchema = z.enum(['incident', 'false-alarm']);

/** @public */
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * How a postmortem was created: by a person, from an incident source, or by an import.
 *
 * @public
 */
export const originSchema = z.enum(['person', 'source', 'import']);

/** @public */
export type Origin = z.infer<typeof originSchema>;

const labelSchema = z
  .string()
  .max(LIMITS.label)
  .regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/, {
    error:
      'must be lowercase letters, digits, dots, dashes or underscores, and start and end with a letter or digit, such as team-a',
  });

/** @internal */
export const noActionItemsReasonSchema = lineSchema(LIMITS.reason).describe(
  'Why no P0 or P1 action item is needed',
);

/**
 * Facts shared by a postmortem and the requests that change it.
 *
 * @internal
 */
export const facts = {
  title: lineSchema(LIMITS.title),
  outcome: outcomeSchema,
  startedAt: timestampSchema,
  detectedAt: timestampSchema.optional(),
  mitigatedAt: timestampSchema.optional(),
  resolvedAt: timestampSchema.optional(),
  meetingHeldAt: timestampSchema.optional(),
  entityRefs: z
    .array(entityRefSchema)
    .min(1, { error: 'must name at least one affected entity' })
    .max(LIMITS.entityRefs)
    .describe('Affected entities, primary first'),
  commanderRef: entityRefSchema.optional(),
  contributors: z.array(contributorSchema.strict()).max(LIMITS.contributors),
  labels: z.array(labelSchema).max(LIMITS.labels),
  links: z.array(linkSchema.strict()).max(LIMITS.links),
  noActionItemsReason: noActionItemsReasonSchema,
  visibility: visibilitySchema.describe(
    'Whether it is visible to everyone who can read postmortems, or only to people connected to it',
  ),
};

/** @public */
export const postmortemSummarySchema = z.object({
  id: postmortemIdSchema,
  title: facts.title,
  severity: severitySchema.describe('The current or final severity'),
  governingSeverity: severitySchema.describe(
    'The highest severity ever reached',
  ),
  outcome: outcomeSchema,
  startedAt: timestampSchema,
  detectedAt: facts.detectedAt,
  mitigatedAt: facts.mitigatedAt,
  resolvedAt: facts.resolvedAt,
  entityRefs: facts.entityRefs,
  teamRefs: z.array(entityRefSchema),
  ownerRef: entityRefSchema.optional(),
  ownerAcknowledgedAt: timestampSchema.optional(),
  commanderRef: facts.commanderRef,
  status: statusSchema,
  publishedAt: timestampSchema.optional().describe('First publication'),
  completedAt: timestampSchema
    .optional()
    .describe(
      'When it was completed under the policy: published, or meeting held',
    ),
  dueAt: timestampSchema.optional(),
  timeZone: z
    .string()
    .describe(
      'The time zone of its deadline and of the due dates of its action items',
    ),
  complianceStatus: complianceStatusSchema,
  visibility: facts.visibility,
  waiver: waiverSchema.optional(),
  extension: extensionSchema.optional(),
  labels: facts.labels,
  edited: z
    .boolean()
    .describe(
      'Whether a person has edited it. False for untouched drafts from an incident source',
    ),
  origin: originSchema,
  exceptions: z
    .int()
    .min(0)
    .describe('Number of exceptions that changed its deadline or status'),
  revision: revisionSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  permissions: permissionsField,
} satisfies Fields<PostmortemSummary>);

/**
 * A postmortem in lists: facts and status, without content.
 *
 * @public
 */
export interface PostmortemSummary {
  id: string;
  title: string;
  severity: string;
  governingSeverity: string;
  outcome: Outcome;
  startedAt: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  entityRefs: string[];
  teamRefs: string[];
  ownerRef?: string;
  ownerAcknowledgedAt?: string;
  commanderRef?: string;
  status: Status;
  publishedAt?: string;
  completedAt?: string;
  dueAt?: string;
  timeZone: string;
  complianceStatus: ComplianceStatus;
  visibility: Visibility;
  waiver?: Waiver;
  extension?: Extension;
  labels: string[];
  edited: boolean;
  origin: Origin;
  exceptions: number;
  revision: number;
  createdAt: string;
  updatedAt: string;
  permissions?: string[];
}

/** @public */
export const ongoingSchema = objectSchema<Ongoing>(
  z.object({
    lastNewsAt: timestampSchema.describe(
      'When the source last reported the incident, or a person last changed its facts, severity or timeline',
    ),
    confirmFrom: timestampSchema.describe(
      'After this time, someone should confirm that the incident is still ongoing',
    ),
  } satisfies Fields<Ongoing>),
);

/**
 * When an unresolved incident was last updated or confirmed as ongoing.
 *
 * @public
 */
export interface Ongoing {
  lastNewsAt: string;
  confirmFrom: string;
}

/** @public */
export const postmortemSchema = objectSchema<Postmortem>(
  postmortemSummarySchema.extend({
    severityHistory: z.array(severityChangeSchema),
    ongoing: ongoingSchema.optional(),
    contributors: z.array(contributorSchema).max(LIMITS.contributors),
    links: z.array(linkSchema).max(LIMITS.links),
    ownerEngaged: z
      .boolean()
      .describe(
        'Whether the owner has acknowledged or edited it, as publishing a required postmortem requires',
      ),
    ownerSuggestion: ownerSuggestionSchema.optional(),
    meetingHeldAt: facts.meetingHeldAt,
    meeting: meetingSchema.optional(),
    deadline: deadlineSchema.optional(),
    sections: z.array(sectionSchema).describe('All sections, in reading order'),
    timeline: z.array(timelineEventSchema).describe('In chronological order'),
    contributingFactors: z.array(contributingFactorSchema),
    actionItems: z.array(actionItemSchema),
    actionItemDueDates: z
      .partialRecord(actionItemPrioritySchema, timestampSchema)
      .describe('Default due dates of action items by priority'),
    actionItemsRequired: z
      .boolean()
      .describe(
        'Whether publishing requires a committed P0 or P1 action item, or a reason for having none',
      ),
    noActionItemsReason: facts.noActionItemsReason.optional(),
    contentRevision: revisionSchema.describe(
      'Incremented by changes of facts, sections, timeline and contributing factors, but not by merging factors',
    ),
    review: reviewStateSchema,
    publications: z
      .array(publicationSchema)
      .describe('All publications, oldest first'),
    openComments: z.int().min(0).describe('Number of unresolved comments'),
    incidents: z
      .array(postmortemIncidentSchema)
      .describe(
        'The incidents that it covers; the one that it follows comes first',
      ),
    sourceFacts: z
      .array(sourceFactSchema)
      .describe("The source's values for its facts"),
    watching: z.boolean().describe('Whether the caller watches it'),
    imported: importProvenanceSchema
      .optional()
      .describe('Origin and claims of its import'),
    createdBy: z.string(),
  }),
);

/**
 * A complete postmortem.
 *
 * @public
 */
export interface Postmortem extends PostmortemSummary {
  severityHistory: SeverityChange[];
  /** Undefined once the incident is resolved. */
  ongoing?: Ongoing;
  contributors: Contributor[];
  links: Link[];
  ownerEngaged: boolean;
  ownerSuggestion?: OwnerSuggestion;
  meetingHeldAt?: string;
  meeting?: Meeting;
  deadline?: Deadline;
  sections: Section[];
  timeline: TimelineEvent[];
  contributingFactors: ContributingFactor[];
  actionItems: ActionItem[];
  actionItemDueDates: Partial<Record<ActionItemPriority, string>>;
  actionItemsRequired: boolean;
  noActionItemsReason?: string;
  contentRevision: number;
  review: ReviewState;
  publications: Publication[];
  openComments: number;
  incidents: PostmortemIncident[];
  sourceFacts: SourceFact[];
  watching: boolean;
  imported?: ImportProvenance;
  createdBy: string;
}
