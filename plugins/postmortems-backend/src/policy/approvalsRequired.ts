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

import type { ApprovalRule, PolicyBook } from './PolicyBook';

/**
 * How many approvals publishing takes. A number is asked of every postmortem that a rule requires;
 * by severity, of those named, whether or not a rule requires them.
 */
export function approvalsRequired(
  facts: { governingSeverity: string; required: boolean },
  book: PolicyBook,
): number {
  const rule: ApprovalRule = book.approvals;
  if (typeof rule !== 'number') return rule.get(facts.governingSeverity) ?? 0;
  return facts.required ? rule : 0;
}
