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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { Policy } from 'backstage-plugin-postmortems-common';
import {
  approvalProblems,
  policyProblems,
  severityProblems,
} from './configRelations';
import type { ConfigProblem } from './configRelations';
import { configSchema, policyConfigSchema } from './configSchema';
import type { ParsedPolicy } from './configSchema';
import {
  DEFAULT_SEVERITIES,
  defaultActionItemRules,
  defaultRules,
} from './defaults';
import { PolicyBook } from './PolicyBook';
import type { ApprovalRule, PolicyVersion } from './PolicyBook';
import { SeverityScale } from './SeverityScale';

/**
 * Reads the severities and policies under `postmortems`. What is left out has its default, so
 * that no configuration at all works too.
 *
 * @throws InputError that names every key that is wrong and what it must be instead
 */
export function readPolicyConfig(config: Config): PolicyBook {
  const raw = withoutNulls(config.getOptional('postmortems') ?? {});
  const parsed = configSchema.safeParse(raw);
  if (!parsed.success) throw invalidConfig(parsed.error.issues);
  assertNone(severityProblems(parsed.data));

  const severities = new SeverityScale(
    parsed.data.severities ?? DEFAULT_SEVERITIES,
  );
  assertNone(policyProblems(parsed.data, severities));
  assertNone(approvalProblems(parsed.data, severities));

  const policies = parsed.data.policies ?? [policyConfigSchema.parse({})];
  return new PolicyBook(
    severities,
    policies.map(policy => toVersion(policy, severities)),
    toApprovals(parsed.data.review?.approvals, severities),
  );
}

/** A key with nothing behind it, as in `holidays:`, is null in YAML and means that it is left out. */
export function withoutNulls(value: JsonValue): JsonValue {
  return JSON.parse(
    JSON.stringify(value, (_key, part) => (part === null ? undefined : part)),
  );
}

function toVersion(
  configured: ParsedPolicy,
  severities: SeverityScale,
): PolicyVersion {
  const { warnBefore, rules, actionItems, ...rest } = configured;
  const canonical = <T extends { severity: string }>(rule: T): T => ({
    ...rule,
    severity: severities.canonical(rule.severity),
  });
  const policy: Policy = {
    ...rest,
    warnBeforeHours: warnBefore,
    rules: rules?.map(canonical) ?? defaultRules(severities),
  };
  return {
    policy,
    actionItems:
      actionItems?.map(canonical) ?? defaultActionItemRules(severities),
  };
}

function toApprovals(
  configured: number | Record<string, number> | undefined,
  severities: SeverityScale,
): ApprovalRule | undefined {
  if (typeof configured !== 'object') return configured;
  return new Map(
    Object.entries(configured).map(([severity, count]) => [
      severities.canonical(severity),
      count,
    ]),
  );
}

function assertNone(problems: ConfigProblem[]): void {
  if (problems.length > 0) throw invalidConfig(problems);
}

export function invalidConfig(problems: ConfigProblem[]): InputError {
  const lines = problems.map(
    ({ path, message }) => `${keyOf(path)}: ${message}`,
  );
  return new InputError(`Invalid configuration: ${lines.join('; ')}`);
}

/** The key as one would look for it in app-config: `postmortems.policies[0].rules[1].due`. */
function keyOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    'postmortems',
  );
}
