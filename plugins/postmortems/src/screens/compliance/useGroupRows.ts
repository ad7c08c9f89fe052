import { useCallback, useMemo } from 'react';
import type {
  ComplianceGroupBy,
  ComplianceReport,
} from 'backstage-plugin-postmortems-common';
import { useSearchParams } from '../../ui/navigation/location';
import { useListState } from '../../ui/table/useListState';
import { withEmptyPeriods } from './emptyPeriods';
import { groupTree, openAtFirst } from './groupTree';
import type { GroupRow } from './groupTree';
import { WORST_FIRST, firstDirections, orderGroups } from './orderGroups';
import type { GroupOrderField } from './orderGroups';

/**
 * Teams and entities start with the worst first. Severities and periods have an order of their own.
 */
function initialOrder(groupBy: ComplianceGroupBy): string {
  return groupBy === 'team' || groupBy === 'entity' ? WORST_FIRST : '';
}

/**
 * The report's rows. Their order and the open groups are in the URL, so that a link to the report
 * shows everyone the same rows.
 */
export function useGroupRows(
  groupBy: ComplianceGroupBy,
  report: ComplianceReport | undefined,
): {
  rows: GroupRow[];
  orderField: string;
  sortBy: (field: GroupOrderField) => void;
  toggle: (key: string) => void;
} {
  const [search, setSearch] = useSearchParams();
  const { orderField, sortBy } = useListState({
    initial: initialOrder(groupBy),
    first: firstDirections,
  });
  const groups = useMemo(() => {
    const all = report?.groups ?? [];
    return orderGroups(
      groupBy === 'month' || groupBy === 'quarter'
        ? withEmptyPeriods(all, groupBy)
        : all,
      orderField,
    );
  }, [report, groupBy, orderField]);

  const chosen = search.getAll('open').join(' ');
  const open = useMemo(
    () => (chosen ? new Set(chosen.split(' ')) : openAtFirst(groups)),
    [chosen, groups],
  );
  const toggle = useCallback(
    (key: string) =>
      setSearch(current => {
        const after = new Set(open);
        if (!after.delete(key)) after.add(key);
        after.delete('none');
        const next = new URLSearchParams(current);
        next.delete('open');
        // If no group is open, the URL must say so. Without the parameter, the default groups would
        // open.
        for (const each of after.size > 0 ? after : ['none']) {
          next.append('open', each);
        }
        return next;
      }),
    [open, setSearch],
  );
  return { rows: groupTree(groups, open), orderField, sortBy, toggle };
}
