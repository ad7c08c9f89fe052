import type { SeverityScale } from './SeverityScale';
import type { ParsedConfig } from './configSchema';

/** A problem in the configuration, and where it is. */
export interface ConfigProblem {
  path: PropertyKey[];
  message: string;
}

/** Finds duplicate severity names. */
export function severityProblems({
  severities = [],
}: ParsedConfig): ConfigProblem[] {
  const names = severities.flatMap(({ id, aliases }, index) => [
    { path: ['severities', index, 'id'], value: id },
    ...aliases.map((alias, position) => ({
      path: ['severities', index, 'aliases', position],
      value: alias,
    })),
  ]);
  return repeated(names).map(({ path, value }) => ({
    path,
    message: `must be unique among all ids and aliases (case-insensitive); "${value}" is already used`,
  }));
}

/** Finds unknown and duplicate severities in the approvals configuration. */
export function approvalProblems(
  { review }: ParsedConfig,
  severities: SeverityScale,
): ConfigProblem[] {
  const { approvals } = review ?? {};
  if (typeof approvals !== 'object') return [];
  const named = Object.keys(approvals).map(name => ({
    path: ['review', 'approvals', name],
    name,
  }));
  const known = named.filter(({ name }) => severities.has(name));
  return [
    ...named
      .filter(({ name }) => !severities.has(name))
      .map(({ path }) => ({
        path,
        message: `is not a configured severity. Use one of: ${severities.describe()}`,
      })),
    ...repeated(
      known.map(({ path, name }) => ({
        path,
        value: severities.canonical(name),
      })),
    ).map(({ path, value }) => ({
      path,
      message: `must not repeat a severity; ${value} is already set`,
    })),
  ];
}

/** Finds conflicts between policies, and unknown severities in them. */
export function policyProblems(
  { policies = [] }: ParsedConfig,
  severities: SeverityScale,
): ConfigProblem[] {
  const starts = policies.map(({ effectiveFrom = '' }, index) => ({
    path: ['policies', index, 'effectiveFrom'],
    value: effectiveFrom,
  }));
  return [
    ...repeated(starts).map(({ path, value }) => ({
      path,
      message: value
        ? `must be different in every policy; ${value} is already used`
        : 'is required, because another policy already has none',
    })),
    ...policies.flatMap(({ rules = [], actionItems = [] }, index) => [
      ...ruleProblems(['policies', index, 'rules'], rules, severities, id => [
        id,
      ]),
      ...ruleProblems(
        ['policies', index, 'actionItems'],
        actionItems,
        severities,
        (id, { priorities }) => priorities.map(priority => `${id} ${priority}`),
      ),
    ]),
  ];
}

/**
 * @param covers - returns keys for what a rule covers, given its severity id; only one rule may
 * cover each key
 */
function ruleProblems<T extends { severity: string }>(
  path: PropertyKey[],
  rules: T[],
  severities: SeverityScale,
  covers: (id: string, rule: T) => string[],
): ConfigProblem[] {
  const placed = rules.map((rule, index) => ({
    path: [...path, index, 'severity'],
    rule,
  }));
  const unknown = placed.filter(({ rule }) => !severities.has(rule.severity));
  const covered = placed.flatMap(({ path: at, rule }) =>
    covers(severities.canonical(rule.severity), rule).map(value => ({
      path: at,
      value,
    })),
  );
  return [
    ...unknown.map(({ path: at, rule }) => ({
      path: at,
      message: `must be one of ${severities.describe()}, not "${
        rule.severity
      }"`,
    })),
    ...repeated(covered).map(({ path: at, value }) => ({
      path: at,
      message: `must not be repeated; ${value} already has a rule`,
    })),
  ];
}

/** The entries that repeat the value of an earlier entry, ignoring case. */
function repeated<T extends { value: string }>(entries: T[]): T[] {
  const seen = new Set<string>();
  return entries.filter(({ value }) => {
    const key = value.toLocaleLowerCase('en');
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}
