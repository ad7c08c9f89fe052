import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';

/** Statuses in the denominator of the compliance rate. */
export const dueStatuses = ['met', 'late', 'overdue'];

/**
 * On-time rate in whole percent. Never rounds to 100 unless all were on time, or to 0 unless none
 * were.
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
