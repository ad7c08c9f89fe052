import { wholePercent } from '../kernel/wholePercent';
import type { Badge } from './toSvg';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Days since the last incident of the most severe severity. */
export function sinceBadge(
  severity: string,
  last: Date | undefined,
  now: Date,
): Badge {
  const label = `days since ${severity}`;
  if (!last) return { label, message: 'none recorded' };
  const days = Math.floor((now.getTime() - last.getTime()) / DAY_MS);
  return { label, message: String(Math.max(days, 0)) };
}

/** Unpublished postmortems, and how many of them are overdue. */
export function openBadge({
  open,
  overdue,
}: {
  open: number;
  overdue: number;
}): Badge {
  const label = 'open postmortems';
  return overdue > 0
    ? { label, message: `${open}, ${overdue} overdue`, tone: 'bad' }
    : { label, message: String(open) };
}

/** Share of postmortems completed on time. */
export function onTimeBadge({ met, due }: { met: number; due: number }): Badge {
  return {
    label: 'postmortems on time',
    message:
      due === 0 ? 'none due' : `${wholePercent({ part: met, of: due })}%`,
  };
}
