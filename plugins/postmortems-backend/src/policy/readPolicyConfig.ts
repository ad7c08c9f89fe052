import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { messageOf, plainIssues } from 'backstage-plugin-postmortems-common';
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
 * Reads the severities and policies under `postmortems`. Every key has a default.
 *
 * @throws InputError naming every wrong key and what it must be
 */
export function readPolicyConfig(config: Config): PolicyBook {
  const raw = withoutNulls(config.getOptional('postmortems') ?? {});
  const parsed = configSchema.safeParse(raw, plainIssues);
  if (!parsed.success) {
    throw invalidConfig(
      parsed.error.issues.map(issue => ({
        path: issue.path,
        message: messageOf(issue),
      })),
    );
  }
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
    parsed.data.review?.independence,
  );
}

/** In YAML, a key without a value, such as `holidays:`, is null. Treat it as omitted. */
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

/** The key as written in app-config: `postmortems.policies[0].rules[1].due`. */
function keyOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    'postmortems',
  );
}
