import type {
  ActionItemFilter,
  ActionItemGroupBy,
} from 'backstage-plugin-postmortems-common';

export const groupings = [
  'none',
  'team',
  'owner',
  'postmortem',
  'entity',
] as const satisfies readonly (ActionItemGroupBy | 'none')[];

export type Grouping = (typeof groupings)[number];

/**
 * The filter for a group. The summary only contains groups that match the current filter, so the
 * group's value can replace the filter's.
 */
export function filterOfGroup(
  filter: ActionItemFilter,
  groupBy: Exclude<Grouping, 'none'>,
  key: string,
): ActionItemFilter {
  switch (groupBy) {
    case 'team':
      return { ...filter, teamRef: [key], subTeams: undefined };
    case 'owner':
      return { ...filter, ownerRef: [key] };
    case 'postmortem':
      return { ...filter, postmortemId: [key] };
    default:
      return { ...filter, entityRef: [key] };
  }
}
