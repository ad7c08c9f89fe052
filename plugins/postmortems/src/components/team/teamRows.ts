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
  ActionItemFigures,
  ActionItemSummary,
  ComplianceFigures,
  ComplianceReport,
} from 'backstage-plugin-postmortems-common';

/** How one team stands. */
export interface TeamRow {
  teamRef: string;
  /** Absent where the team owns no postmortem. */
  postmortems?: ComplianceFigures;
  /** Absent where the team has no action item. */
  actionItems?: ActionItemFigures;
}

function overdueOf({ postmortems, actionItems }: TeamRow): number {
  return (postmortems?.counts.overdue ?? 0) + (actionItems?.overdue ?? 0);
}

/** The teams that two reports by team are about, those with the most overdue first. */
export function teamRows(
  compliance: Pick<ComplianceReport, 'groups'>,
  actionItems: Pick<ActionItemSummary, 'groups'>,
): TeamRow[] {
  const rows = new Map<string, TeamRow>();
  for (const { key, ...figures } of compliance.groups) {
    rows.set(key, { teamRef: key, postmortems: figures });
  }
  for (const { key, ...figures } of actionItems.groups) {
    rows.set(key, { teamRef: key, ...rows.get(key), actionItems: figures });
  }
  return [...rows.values()].sort(
    (a, b) => overdueOf(b) - overdueOf(a) || a.teamRef.localeCompare(b.teamRef),
  );
}
