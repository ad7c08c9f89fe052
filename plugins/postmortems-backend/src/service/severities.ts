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

import { InputError } from '@backstage/errors';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import { latestSeverity } from '../database/PostmortemRecord';
import type { PostmortemFacts } from '../database/PostmortemRecord';
import type { SeverityScale } from '../policy';
import { utc } from './normalize';

/**
 * The severity history of a new postmortem. Without one, the severity held since the start.
 *
 * @throws InputError for a severity that is not configured, or a history that ends with another
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
 * The severity history after one more change. A change to the severity that it has already adds
 * nothing.
 *
 * @param change - without `at`, the severity changed now, or at the resolution if that is past
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
