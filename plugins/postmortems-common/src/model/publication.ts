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
import type { ActionItem } from './actionItem';
import type { Postmortem } from './postmortem';
import type { ReviewState } from './review';
import { LIMITS } from './limits';
import { lineSchema, revisionSchema, timestampSchema } from './primitives';
import { SECTIONS, sectionKeySchema } from './sections';

/**
 * One publication of a postmortem. What is published is not edited: it is reopened with a reason,
 * and published again.
 *
 * @public
 */
export const publicationSchema = z.object({
  at: timestampSchema,
  by: z.string().optional().describe('Who published it, where that is known'),
  contentRevision: revisionSchema.describe('What was published'),
  reopened: z
    .object({
      at: timestampSchema,
      by: z.string(),
      reason: lineSchema(LIMITS.reason),
    })
    .optional(),
});

/** @public */
export type Publication = z.infer<typeof publicationSchema>;

/**
 * Names what a postmortem needs before it can be published.
 *
 * @public
 */
export const publicationRequirementKeySchema = z.enum([
  ...sectionKeySchema.options,
  'contributing-factors',
  'action-items',
  'resolved',
  'approvals',
]);

/**
 * One thing that a postmortem needs before it can be published.
 *
 * @public
 */
export interface PublicationRequirement {
  key: z.infer<typeof publicationRequirementKeySchema>;
  met: boolean;
}

/**
 * The parts of a postmortem that decide whether it can be published.
 *
 * @public
 */
export type PublicationFacts = Pick<
  Postmortem,
  'resolvedAt' | 'actionItemsRequired' | 'noActionItemsReason'
> & {
  sections: Pick<Postmortem['sections'][number], 'key' | 'markdown'>[];
  contributingFactors: unknown[];
  actionItems: Pick<ActionItem, 'priority' | 'status'>[];
  review: Pick<ReviewState, 'approvals' | 'approvalsRequired'>;
};

/**
 * What a postmortem needs before it can be published, in reading order: the required sections
 * written, a contributing factor, the incident resolved, and, where the policy asks for it, an
 * action item of priority P0 or P1 that somebody committed to, or the decision that none is
 * needed, and approvals.
 *
 * @public
 */
export function publicationRequirements(
  facts: PublicationFacts,
): PublicationRequirement[] {
  const written = new Set(
    facts.sections
      .filter(({ markdown }) => markdown.trim() !== '')
      .map(({ key }) => key),
  );
  const requirements: PublicationRequirement[] = SECTIONS.filter(
    ({ required }) => required,
  ).map(({ key }) => ({ key, met: written.has(key) }));
  requirements.push({
    key: 'contributing-factors',
    met: facts.contributingFactors.length > 0,
  });
  if (facts.actionItemsRequired) {
    requirements.push({
      key: 'action-items',
      met:
        facts.noActionItemsReason !== undefined ||
        facts.actionItems.some(isCommitmentThatCounts),
    });
  }
  requirements.push({ key: 'resolved', met: facts.resolvedAt !== undefined });
  const { approvals, approvalsRequired } = facts.review;
  if (approvalsRequired > 0) {
    requirements.push({
      key: 'approvals',
      met: approvals >= approvalsRequired,
    });
  }
  return requirements;
}

/** Whether it is urgent and taken on, or done already. */
function isCommitmentThatCounts(
  item: Pick<ActionItem, 'priority' | 'status'>,
): boolean {
  return (
    ['P0', 'P1'].includes(item.priority) &&
    ['open', 'in-progress', 'done'].includes(item.status)
  );
}
