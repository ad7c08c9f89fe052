import type {
  ActionItemPriority,
  Policy,
  Rule,
} from 'backstage-plugin-postmortems-common';
import { startOfDay } from './localDays';
import type { SeverityScale } from './SeverityScale';

/** A due date rule for action items, by severity and priority. */
export interface ActionItemRule extends Rule {
  priorities: ActionItemPriority[];
}

/**
 * Approvals required to publish: either one number for all required postmortems, or one per
 * governing severity.
 */
export type ApprovalRule = number | ReadonlyMap<string, number>;

/** Which approvals count. The owner's never do. The main author's count only with `not-owner`. */
export type IndependenceRule = 'not-owner' | 'not-author';

/** Approvals required to publish a required postmortem, by default. */
const DEFAULT_APPROVALS = 1;

/** A policy with its rules for action items. */
export interface PolicyVersion {
  policy: Policy;
  actionItems: ActionItemRule[];
}

/**
 * The severities and all versions of the policy. Each incident uses the version in force when it
 * started, so a new version doesn't rewrite the past.
 */
export class PolicyBook {
  readonly severities: SeverityScale;

  /** Approvals required to publish. Not versioned: publishing uses the current configuration. */
  readonly approvals: ApprovalRule;

  /** Which approvals count. Not versioned either. */
  readonly independence: IndependenceRule;

  /** Versions in the order in which they take effect. */
  readonly #versions: (PolicyVersion & { from: number })[];

  /** @param versions - at least one */
  constructor(
    severities: SeverityScale,
    versions: PolicyVersion[],
    approvals: ApprovalRule = DEFAULT_APPROVALS,
    independence: IndependenceRule = 'not-author',
  ) {
    this.severities = severities;
    this.approvals = approvals;
    this.independence = independence;
    this.#versions = versions
      .map(version => ({ ...version, from: inForceFrom(version.policy) }))
      .sort((a, b) => a.from - b.from);
  }

  /** All policies, in the order in which they take effect. */
  get policies(): Policy[] {
    return this.#versions.map(({ policy }) => policy);
  }

  /** The policy in force when an incident started. */
  policyFor(startedAt: Date): Policy {
    return this.#versionAt(startedAt).policy;
  }

  /** The action item rules in force when an incident started. */
  actionItemRulesFor(startedAt: Date): ActionItemRule[] {
    return this.#versionAt(startedAt).actionItems;
  }

  inForce(now: Date): Policy {
    return this.policyFor(now);
  }

  /** The version in force at a time. Earlier times use the first version. */
  #versionAt(time: Date): PolicyVersion {
    const effective = this.#versions.filter(
      ({ from }) => from <= time.getTime(),
    );
    return effective[effective.length - 1] ?? this.#versions[0];
  }
}

function inForceFrom({ effectiveFrom, timeZone }: Policy): number {
  return effectiveFrom
    ? startOfDay(effectiveFrom, timeZone).getTime()
    : -Infinity;
}
