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

import type {
  ActionItemPriority,
  Policy,
  Rule,
} from 'backstage-plugin-postmortems-common';
import { DEFAULT_APPROVALS } from './defaults';
import { startOfDay } from './localDays';
import type { SeverityScale } from './SeverityScale';

/** How soon action items of some priorities must be done after an incident of a severity. */
export interface ActionItemRule extends Rule {
  priorities: ActionItemPriority[];
}

/**
 * How many approvals publishing takes: of every postmortem that a rule requires, or by the id of
 * the governing severity.
 */
export type ApprovalRule = number | ReadonlyMap<string, number>;

/** A policy with the rules for action items that come into force with it. */
export interface PolicyVersion {
  policy: Policy;
  actionItems: ActionItemRule[];
}

/**
 * The severities and all versions of the policy. An incident is judged by the version in force
 * when it started, so that a new version never rewrites the past.
 */
export class PolicyBook {
  readonly severities: SeverityScale;

  /** Asked when publishing, so unlike the policy it has no versions. */
  readonly approvals: ApprovalRule;

  /** In the order in which they come into force. */
  readonly #versions: (PolicyVersion & { from: number })[];

  /**
   * @param versions - at least one
   */
  constructor(
    severities: SeverityScale,
    versions: PolicyVersion[],
    approvals: ApprovalRule = DEFAULT_APPROVALS,
  ) {
    this.severities = severities;
    this.approvals = approvals;
    this.#versions = versions
      .map(version => ({ ...version, from: inForceFrom(version.policy) }))
      .sort((a, b) => a.from - b.from);
  }

  /** The policies in the order in which they come into force. */
  get policies(): Policy[] {
    return this.#versions.map(({ policy }) => policy);
  }

  /** The policy that judges an incident. */
  policyFor(startedAt: Date): Policy {
    return this.#versionAt(startedAt).policy;
  }

  /** The rules for the action items of an incident. */
  actionItemRulesFor(startedAt: Date): ActionItemRule[] {
    return this.#versionAt(startedAt).actionItems;
  }

  /** The policy that would judge an incident that started now. */
  inForce(now: Date): Policy {
    return this.policyFor(now);
  }

  /** Before the first version comes into force, that one: it is the nearest there is. */
  #versionAt(time: Date): PolicyVersion {
    const begun = this.#versions.filter(({ from }) => from <= time.getTime());
    return begun[begun.length - 1] ?? this.#versions[0];
  }
}

function inForceFrom({ effectiveFrom, timeZone }: Policy): number {
  return effectiveFrom
    ? startOfDay(effectiveFrom, timeZone).getTime()
    : -Infinity;
}
