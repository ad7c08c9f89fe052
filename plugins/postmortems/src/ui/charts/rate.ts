import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';

/** Statuses that make up the denominator of the on-time rate. */
export const dueStatuses = ['met', 'late', 'overdue'];

/**
 * The on-time rate as a whole percentage. Never rounds to 100 unless all were on time, or to 0
 * unless none were.
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
