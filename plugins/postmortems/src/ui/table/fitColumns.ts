/** Widths that determine which columns fit. */
export interface TableSizes {
  /** The title's minimum width. */
  titleWidth: number;
  /** Below this table width, columns move under the title. */
  narrowBelow: number;
}

const DEFAULT_SIZES: TableSizes = { titleWidth: 300, narrowBelow: 560 };

/** A column next to the title. */
export interface SizedColumn {
  width: number;
  /**
   * Columns with high values are hidden first. Columns with 1 are always shown, below the title if
   * necessary.
   */
  priority: number;
}

/**
 * Chooses the columns that fit next to the title, by priority. If the table is narrower than
 * `narrowBelow`, `narrow` is set, and only columns with priority 1 are shown, below the title.
 *
 * @param width - the table's width; all columns fit if it is `undefined`
 */
export function fitColumns<T extends SizedColumn>(
  columns: T[],
  width: number | undefined,
  { titleWidth, narrowBelow }: TableSizes = DEFAULT_SIZES,
): { shown: T[]; narrow: boolean } {
  if (width === undefined) return { shown: columns, narrow: false };
  if (width < narrowBelow) {
    return { shown: columns.filter(each => each.priority === 1), narrow: true };
  }
  const kept = new Set<T>();
  let room = width - titleWidth;
  for (const column of [...columns].sort((a, b) => a.priority - b.priority)) {
    room -= column.width;
    if (room < 0 && column.priority > 1) break;
    kept.add(column);
  }
  return { shown: columns.filter(each => kept.has(each)), narrow: false };
}
