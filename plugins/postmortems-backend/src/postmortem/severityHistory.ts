import { InputError } from '@backstage/errors';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import { latestSeverity } from './PostmortemRecord';
import type { PostmortemFacts } from './PostmortemRecord';
import type { SeverityScale } from '../policy/SeverityScale';
import { utc } from '../kernel/normalize';

/**
 * The severity history for a new postmortem. Defaults to a single severity from the start.
 *
 * @throws InputError for an unknown severity, or if the history ends with a different severity
 */
export function resolveSeverityHistory(
  input: {
    severity: string;
    severityHistory?: SeverityChange[];
    startedAt: string;
  },
  scale: SeverityScale,
): SeverityChange[] {
  const severity = scale.resolve(input.severity, 'severity');
  if (!input.severityHistory) return [{ severity, at: utc(input.startedAt) }];

  const history = input.severityHistory.map((change, index) => ({
    ...change,
    severity: scale.resolve(
      change.severity,
      `severityHistory[${index}].severity`,
    ),
    at: utc(change.at),
  }));
  if (latestSeverity(history) !== severity) {
    throw new InputError(
      `severityHistory must end with severity ${severity}, not ${latestSeverity(
        history,
      )}`,
    );
  }
  return history;
}

/**
 * Adds a change to a severity history, unless the severity stays the same.
 *
 * @param change - `at` defaults to now, or to the resolution time if that is earlier
 */
export function extendSeverityHistory(
  facts: Pick<PostmortemFacts, 'severityHistory' | 'resolvedAt'>,
  change: { severity: string; at?: string; reason?: string },
  scale: SeverityScale,
  now: Date,
): SeverityChange[] {
  const severity = scale.resolve(change.severity, 'severity');
  const { severityHistory: history, resolvedAt } = facts;
  if (severity === latestSeverity(history)) return history;

  const latestAt = history[history.length - 1].at;
  const assumed = [resolvedAt ?? now.toISOString(), latestAt].sort().pop()!;
  return [
    ...history,
    {
      severity,
      at: utc(change.at) ?? assumed,
      ...(change.reason && { reason: change.reason }),
    },
  ];
}
