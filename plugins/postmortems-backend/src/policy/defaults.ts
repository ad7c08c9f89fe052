import type { Due } from 'backstage-plugin-postmortems-common';
import type { ActionItemRule } from './PolicyBook';
import type { SeverityScale } from './SeverityScale';

/** The default severities, most severe first. */
export const DEFAULT_SEVERITIES = [
  { id: 'SEV-1', aliases: ['SEV1', 'P1', 'critical'] },
  { id: 'SEV-2', aliases: ['SEV2', 'P2', 'high'] },
  { id: 'SEV-3', aliases: ['SEV3', 'P3', 'medium'] },
  { id: 'SEV-4', aliases: ['SEV4', 'P4', 'low'] },
  { id: 'SEV-5', aliases: ['SEV5', 'P5', 'informational'] },
];

/** Default rules are assigned by rank, so that they work whatever the severities are called. */

/** By rank: 3 calendar days for the most severe, 5 business days for the next. */
export function defaultRules(severities: SeverityScale) {
  return byRank(severities, [{ calendarDays: 3 }, { businessDays: 5 }]);
}

/**
 * By rank: for P0 and P1 action items, 15 days after the most severe incidents, 30 after the next.
 */
export function defaultActionItemRules(
  severities: SeverityScale,
): ActionItemRule[] {
  return byRank(severities, [{ calendarDays: 15 }, { calendarDays: 30 }]).map(
    rule => ({ ...rule, priorities: ['P0', 'P1'] }),
  );
}

function byRank(severities: SeverityScale, dues: Due[]) {
  return severities.definitions
    .slice(0, dues.length)
    .map(({ id }, index) => ({ severity: id, due: dues[index] }));
}
