import type { ComplianceGroup } from 'backstage-plugin-postmortems-common';

/** A row of the report: a group, shown below a group that it is part of. */
export interface GroupRow {
  /** Unique among the rows, because a group can be part of several others. */
  path: string;
  group: ComplianceGroup;
  /** 0 for groups at the top. */
  depth: number;
  /** Whether its subgroups are shown; undefined if it has none. */
  open?: boolean;
}

/** With at most this many groups, all levels are open until the viewer opens or closes one. */
const SHOWN_AT_FIRST = 50;

/**
 * The groups that are open until the viewer opens or closes one: all of them or, if there are many,
 * only those at the top, such as a single organization.
 */
export function openAtFirst(groups: ComplianceGroup[]): Set<string> {
  const parents = new Set(groups.flatMap(({ parents: above = [] }) => above));
  const shown =
    groups.length <= SHOWN_AT_FIRST
      ? groups
      : groups.filter(({ parents: above = [] }) => above.length === 0);
  return new Set(shown.map(({ key }) => key).filter(key => parents.has(key)));
}

/**
 * Arranges groups below their parents, and leaves out those below a closed group.
 *
 * @param groups - in the order that siblings are shown in
 * @param open - keys of the open groups
 */
export function groupTree(
  groups: ComplianceGroup[],
  open: ReadonlySet<string>,
): GroupRow[] {
  const below = (parent: string) =>
    groups.filter(({ parents = [] }) => parents.includes(parent));
  const rowsOf = (group: ComplianceGroup, above: string[]): GroupRow[] => {
    const path = [...above, group.key];
    const children = below(group.key);
    const isOpen = children.length > 0 ? open.has(group.key) : undefined;
    return [
      { path: path.join(' '), group, depth: above.length, open: isOpen },
      ...(isOpen ? children.flatMap(child => rowsOf(child, path)) : []),
    ];
  };
  return groups
    .filter(({ parents = [] }) => parents.length === 0)
    .flatMap(group => rowsOf(group, []));
}
