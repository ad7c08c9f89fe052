import { z } from 'zod';
import type { ActionItem } from '../actionItem/model';
import type { ComplianceStatus } from '../compliance/model';
import type { ReviewState } from '../review/model';
import { sectionKeySchema, SECTIONS } from '../section/model';
import type { Section } from '../section/model';

/**
 * A requirement for publishing a postmortem.
 *
 * @public
 */
export const publicationRequirementKeySchema = z.enum([
  ...sectionKeySchema.options,
  'contributing-factors',
  'action-items',
  'resolved',
  'owner',
  'approvals',
  'changes-requested',
]);

/** @public */
export type PublicationRequirementKey = z.infer<
  typeof publicationRequirementKeySchema
>;

/**
 * Whether a requirement for publishing is met.
 *
 * @public
 */
export interface PublicationRequirement {
  key: PublicationRequirementKey;
  met: boolean;
}

/**
 * Facts that determine whether a postmortem can be published.
 *
 * @public
 */
export interface PublicationFacts {
  resolvedAt?: string;
  actionItemsRequired: boolean;
  noActionItemsReason?: string;
  complianceStatus: ComplianceStatus;
  ownerEngaged: boolean;
  sections: Pick<Section, 'key' | 'markdown'>[];
  contributingFactors: unknown[];
  actionItems: Pick<ActionItem, 'priority' | 'status'>[];
  review: Pick<
    ReviewState,
    'approvals' | 'approvalsRequired' | 'changesRequested'
  >;
}

/**
 * The requirements for publishing a postmortem, in display order: required sections, a contributing
 * factor, a resolved incident, no unresolved request for changes and, if the policy requires them,
 * a committed P0 or P1 action item (or a reason for having none), an owner who acknowledged or
 * edited it, and approvals.
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
  if (facts.complianceStatus !== 'not-required') {
    requirements.push({ key: 'owner', met: facts.ownerEngaged });
  }
  const { approvals, approvalsRequired, changesRequested } = facts.review;
  if (approvalsRequired > 0) {
    requirements.push({
      key: 'approvals',
      met: approvals >= approvalsRequired,
    });
  }
  // Listed only while it blocks publishing.
  if (changesRequested > 0) {
    requirements.push({ key: 'changes-requested', met: false });
  }
  return requirements;
}

/** Whether an action item is urgent and is committed or done. */
function isCommitmentThatCounts(
  item: Pick<ActionItem, 'priority' | 'status'>,
): boolean {
  return (
    ['P0', 'P1'].includes(item.priority) &&
    ['open', 'in-progress', 'done'].includes(item.status)
  );
}
