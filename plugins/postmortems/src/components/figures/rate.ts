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

import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';

/** The statuses in the denominator of the compliance rate. */
export const dueStatuses = ['met', 'late', 'overdue'];

/**
 * The compliance rate in whole percent. It says 100 only where none was missed, and 0 only
 * where none was met, however many there are.
 */
export function percentOnTime(
  figures: Pick<ComplianceFigures, 'counts' | 'due'>,
): number | undefined {
  const { counts, due } = figures;
  if (due === 0) return undefined;
  const percent = Math.round((100 * counts.met) / due);
  if (counts.met < due) return Math.min(99, Math.max(counts.met && 1, percent));
  return 100;
}
