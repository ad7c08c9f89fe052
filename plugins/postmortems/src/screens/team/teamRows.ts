import type {
  ActionItemFigures,
  ActionItemSummary,
  ComplianceFigures,
  ComplianceReport,
} from 'backstage-plugin-postmortems-common';

export interface TeamRow {
  teamRef: string;
  /** Undefined if the team owns no postmortems. */
  postmortems?: ComplianceFigures;
  /** Undefined if the team has no action items. */
  actionItems?: ActionItemFigures;
}

function overdueOf({ postmortems, actionItems }: TeamRow): number {
  return (postmortems?.counts.overdue ?? 0) + (actionItems?.overdue ?? 0);
}

/** Joins two reports by team, most overdue first. */
export function teamRows(
  compliance: Pick<ComplianceReport, 'groups'>,
  actionItems: Pick<ActionItemSummary, 'groups'>,
): TeamRow[] {
  const rows = new Map<string, TeamRow>();
  for (const { key, ...figures } of compliance.groups) {
    // Groups that only have incidents without a postmortem.
    if (figures.total === 0) continue;
    rows.set(key, { teamRef: key, postmortems: figures });
  }
  for (const { key, ...figures } of actionItems.groups) {
    rows.set(key, { teamRef: key, ...rows.get(key), actionItems: figures });
  }
  return [...rows.values()].sort(
    (a, b) => overdueOf(b) - overdueOf(a) || a.teamRef.localeCompare(b.teamRef),
  );
}
