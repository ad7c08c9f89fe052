import type {
  ComplianceStatus,
  DurationKind,
} from 'backstage-plugin-postmortems-common';

/**
 * Stands for a missing duration or time, because arrays that contain only numbers are read and kept
 * more efficiently. Durations are never negative, and times of the last millisecond before 1970 do
 * not matter.
 */
export const MISSING = -1;

/** A postmortem that the request selects. Durations are in milliseconds, or {@link MISSING}. */
export interface Selected extends Record<DurationKind, number> {
  id: number;
  /** In milliseconds since 1970. */
  startedAt: number;
  isResolved: boolean;
  severity: string;
  rank: number;
  status: ComplianceStatus;
  isFalseAlarm: boolean;
  createdByPerson: boolean;
  hasExceptions: boolean;
  /** How many postmortems of the same incident were deleted. */
  deletions: number;
}

/** Groups values by key, in their order. */
export function groupBy<K, V>(
  values: V[],
  keyOf: (value: V) => K,
): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
