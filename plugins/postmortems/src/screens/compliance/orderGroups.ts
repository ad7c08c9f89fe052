import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceGroup,
  ComplianceStatus,
} from 'backstage-plugin-postmortems-common';

export type GroupOrderField =
  | 'key'
  | 'rate'
  | 'total'
  | 'median'
  | 'uncovered'
  | ComplianceStatus;

/** The lowest rate first. Groups in which nothing was due come last in both directions. */
export const WORST_FIRST = 'rate,asc';

/** The direction that a click on a column's header starts with. */
export const firstDirections: Record<GroupOrderField, 'asc' | 'desc'> = {
  key: 'asc',
  rate: 'asc',
  total: 'desc',
  median: 'desc',
  uncovered: 'desc',
  ...(Object.fromEntries(
    complianceStatusSchema.options.map(status => [status, 'desc']),
  ) as Record<ComplianceStatus, 'desc'>),
};

function valueOf(
  { rate, total, medianHoursToPublish, uncovered, counts }: ComplianceGroup,
  field: Exclude<GroupOrderField, 'key'>,
): number | undefined {
  if (field === 'rate') return rate;
  if (field === 'total') return total;
  if (field === 'median') return medianHoursToPublish;
  if (field === 'uncovered') return uncovered ?? 0;
  return counts[field];
}

/**
 * Sorts groups. Among equals, those with more overdue postmortems are first, then larger ones.
 *
 * @param orderField - a field and a direction, such as `rate,asc`. Unknown fields keep the order
 */
export function orderGroups(
  groups: ComplianceGroup[],
  orderField: string,
): ComplianceGroup[] {
  const [field, direction] = orderField.split(',');
  if (!(field in firstDirections)) return groups;
  const sign = direction === 'desc' ? -1 : 1;
  return [...groups].sort((a, b) => {
    if (field === 'key') return sign * a.key.localeCompare(b.key);
    const name = field as Exclude<GroupOrderField, 'key'>;
    const one = valueOf(a, name);
    const other = valueOf(b, name);
    if (one !== other) {
      if (one === undefined) return 1;
      if (other === undefined) return -1;
      return sign * (one - other);
    }
    return (
      b.counts.overdue - a.counts.overdue ||
      b.total - a.total ||
      a.key.localeCompare(b.key)
    );
  });
}
