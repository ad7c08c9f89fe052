import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';

/** Statuses of postmortems that count toward the on-time rate. */
export const dueStatuses = ['met', 'late', 'overdue'];

/** A part of a whole. */
export interface Share {
  part: number;
  of: number;
}

/**
 * A share as a whole percentage. Never rounds to 100 unless it is all, or to 0 unless it is none.
 *
 * @returns undefined if the whole is empty
 */
export function percentOf({ part, of }: Share): number | undefined {
  if (of === 0) return undefined;
  if (part === of) return 100;
  return Math.min(99, Math.max(part && 1, Math.round((100 * part) / of)));
}

/** The on-time rate as a whole percentage. */
export function percentOnTime(
  figures: Pick<ComplianceFigures, 'counts' | 'due'>,
): number | undefined {
  return percentOf({ part: figures.counts.met, of: figures.due });
}
