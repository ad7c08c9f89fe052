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
import {
  entityRefSchema,
  lineSchema,
  markdownSchema,
  postmortemIdSchema,
  revisionSchema,
  timestampSchema,
} from './primitives';
import { LIMITS } from './limits';
import { linkSchema } from './link';
import { severityChangeSchema, severitySchema } from './severity';
import { complianceStatusSchema } from './compliance';
import { deadlineSchema } from './policy';
import { extensionSchema, waiverSchema } from './exceptions';
import { ownerSuggestionSchema } from './ownership';
import { postmortemIncidentSchema, sourceFactSchema } from './incident';
import { meetingSchema } from './meeting';
import { publicationSchema } from './publication';
import { reviewStateSchema } from './review';
import { sectionKeySchema, sectionSchema } from './sections';
import { createTimelineEventSchema, timelineEventSchema } from './timeline';
import { visibilitySchema } from './visibility';
import {
  actionItemPrioritySchema,
  actionItemSchema,
  createActionItemSchema,
} from './actionItem';
import {
  contributingFactorSchema,
  createContributingFactorSchema,
} from './contributingFactor';

/**
 * Where the document stands: it is written, reviewed, published.
 *
 * @public
 */
export const statusSchema = z.enum(['draft', 'in-review', 'published']);

/** @public */
export type Status = z.infer<typeof statusSchema>;

/**
 * Whether there was an incident after all. Both count: a false alarm that triggered a response
 * owes a postmortem too.
 *
 * @public
 */
export const outcomeSchema = z.enum(['incident', 'false-alarm']);

/** @public */
export type Outcome = z.infer<typeof outcomeSchema>;

/** @public */
export const contributorSchema = z.object({
  userRef: entityRefSchema,
  role: lineSchema(LIMITS.contributorRole).describe(
    'Such as responder, scribe, customer support',
  ),
});

/** @public */
export type Contributor = z.infer<typeof contributorSchema>;

const labelSchema = z
  .string()
  .max(LIMITS.label)
  .regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/, {
    error: 'must be lower-case letters, digits, dots, dashes or underscores',
  });

const facts = {
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
    .describe('What was affected; the first is the primary one'),
  commanderRef: entityRefSchema.optional(),
  contributors: z.array(contributorSchema.strict()).max(LIMITS.contributors),
  labels: z.array(labelSchema).max(LIMITS.labels),
  links: z.array(linkSchema.strict()).max(LIMITS.links),
  noActionItemsReason: lineSchema(LIMITS.reason).describe(
    'The decision that no P0 or P1 action item is needed, with its reason',
  ),
  visibility: visibilitySchema.describe(
    'Whether everyone who reads postmortems may see it, or only those it concerns',
  ),
};

/**
 * A postmortem as lists show it: the facts and where it stands, without the text.
 *
 * @public
 */
export const postmortemSummarySchema = z.object({
  id: postmortemIdSchema,
  title: facts.title,
  severity: severitySchema.describe('The final, or so far latest, severity'),
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
    .describe('When it did what the policy asks: published, or meeting held'),
  dueAt: timestampSchema.optional(),
  complianceStatus: complianceStatusSchema,
  visibility: facts.visibility,
  waiver: waiverSchema.optional(),
  extension: extensionSchema.optional(),
  labels: facts.labels,
  begun: z
    .boolean()
    .describe(
      'Whether a person has done anything to it; not so where an incident source made it',
    ),
  revision: revisionSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});

/** @public */
export type PostmortemSummary = z.infer<typeof postmortemSummarySchema>;

/**
 * A whole postmortem.
 *
 * @public
 */
export const postmortemSchema = postmortemSummarySchema.extend({
  severityHistory: z.array(severityChangeSchema),
  contributors: z.array(contributorSchema).max(LIMITS.contributors),
  links: z.array(linkSchema).max(LIMITS.links),
  ownerSuggestion: ownerSuggestionSchema.optional(),
  meetingHeldAt: facts.meetingHeldAt,
  meeting: meetingSchema.optional(),
  deadline: deadlineSchema.optional(),
  sections: z.array(sectionSchema).describe('Every section, in reading order'),
  timeline: z.array(timelineEventSchema).describe('In order of time'),
  contributingFactors: z.array(contributingFactorSchema),
  actionItems: z.array(actionItemSchema),
  actionItemDueDates: z
    .partialRecord(actionItemPrioritySchema, timestampSchema)
    .describe('When the policy wants action items of a priority done'),
  actionItemsRequired: z
    .boolean()
    .describe(
      'Whether publishing takes a committed P0 or P1 action item, or the decision that none is needed',
    ),
  noActionItemsReason: facts.noActionItemsReason.optional(),
  contentRevision: revisionSchema.describe(
    'Counts the changes of what is read: facts, sections, timeline, contributing factors',
  ),
  review: reviewStateSchema,
  publications: z
    .array(publicationSchema)
    .describe('Every publication, oldest first'),
  openComments: z.int().min(0).describe('Comments that are not resolved'),
  incidents: z
    .array(postmortemIncidentSchema)
    .describe(
      'The incidents from sources that it covers, the one it is of first',
    ),
  sourceFacts: z
    .array(sourceFactSchema)
    .describe('What the source of the incident says of its facts'),
  watching: z.boolean().describe('Whether the caller watches it'),
  createdBy: z.string(),
});

/** @public */
export type Postmortem = z.infer<typeof postmortemSchema>;

/** @public */
export const createPostmortemSchema = z.strictObject({
  title: facts.title,
  severity: severitySchema,
  severityHistory: z
    .array(severityChangeSchema.strict())
    .min(1)
    .max(LIMITS.severityChanges)
    .optional()
    .describe(
      'Every severity the incident had, oldest first; must end with `severity`. Left out: `severity` since the start',
    ),
  outcome: outcomeSchema.default('incident'),
  startedAt: facts.startedAt,
  detectedAt: facts.detectedAt,
  mitigatedAt: facts.mitigatedAt,
  resolvedAt: facts.resolvedAt,
  entityRefs: facts.entityRefs,
  ownerRef: entityRefSchema.optional(),
  commanderRef: facts.commanderRef,
  contributors: facts.contributors.default([]),
  labels: facts.labels.default([]),
  links: facts.links.default([]),
  visibility: facts.visibility.default('internal'),
});

/** What a caller sends; optional fields may be left out. @public */
export type CreatePostmortem = z.input<typeof createPostmortemSchema>;

/**
 * The facts to change. `null` clears an optional one; clearing `resolvedAt` reopens the
 * incident. `severity` appends to the severity history with `severityReason`.
 *
 * @public
 */
export const updatePostmortemSchema = z
  .strictObject({
    title: facts.title,
    severity: severitySchema,
    severityChangedAt: timestampSchema.describe(
      'When the severity changed; left out: now, or the resolution if that is past',
    ),
    severityReason: lineSchema(LIMITS.line),
    outcome: outcomeSchema,
    startedAt: facts.startedAt,
    detectedAt: timestampSchema.nullable(),
    mitigatedAt: timestampSchema.nullable(),
    resolvedAt: timestampSchema.nullable(),
    meetingHeldAt: timestampSchema.nullable(),
    entityRefs: facts.entityRefs,
    commanderRef: entityRefSchema.nullable(),
    contributors: facts.contributors,
    labels: facts.labels,
    links: facts.links,
    noActionItemsReason: facts.noActionItemsReason.nullable(),
    visibility: facts.visibility,
  })
  .partial();

/** @public */
export type UpdatePostmortem = z.infer<typeof updatePostmortemSchema>;

/** @public */
export const changeStatusSchema = z
  .strictObject({
    to: statusSchema,
    reason: lineSchema(LIMITS.reason).optional(),
    announce: z
      .boolean()
      .optional()
      .describe(
        'Whether to tell the owning teams and all who watch it that it is published',
      ),
  })
  .refine(({ to, announce }) => !announce || to === 'published', {
    path: ['announce'],
    error: 'must be left out unless to is published',
  });

/** @public */
export type ChangeStatus = z.infer<typeof changeStatusSchema>;

/**
 * A postmortem with its past, brought in from elsewhere. `importKey` makes the import
 * idempotent: a second import under the same key changes nothing.
 *
 * @public
 */
export const importPostmortemSchema = createPostmortemSchema.extend({
  importKey: lineSchema(LIMITS.title),
  status: statusSchema.default('draft'),
  publishedAt: timestampSchema.optional(),
  meetingHeldAt: timestampSchema.optional(),
  ownerAcknowledgedAt: timestampSchema.optional(),
  sections: z
    .partialRecord(sectionKeySchema, markdownSchema(LIMITS.sectionMarkdown))
    .default({}),
  timeline: z
    .array(createTimelineEventSchema)
    .max(LIMITS.timelineEvents)
    .default([]),
  contributingFactors: z
    .array(createContributingFactorSchema)
    .max(LIMITS.contributingFactors)
    .default([]),
  actionItems: z
    .array(
      createActionItemSchema.extend({ closedAt: timestampSchema.optional() }),
    )
    .max(LIMITS.actionItems)
    .default([]),
  noActionItemsReason: facts.noActionItemsReason.optional(),
  waiver: waiverSchema.omit({ grantedAt: true }).strict().optional(),
  extension: extensionSchema.omit({ grantedAt: true }).strict().optional(),
});

/** @public */
export type ImportPostmortem = z.input<typeof importPostmortemSchema>;

/** @public */
export const importResultSchema = z.object({
  id: postmortemIdSchema,
  created: z.boolean().describe('False where the import key was known already'),
});

/** @public */
export type ImportResult = z.infer<typeof importResultSchema>;
