/** Sizes that limit the columns. */
export interface TableSizes {
  /** Minimum width of the title. */
  titleWidth: number;
  /** Table width below which columns move under the title. */
  narrowBelow: number;
}

const DEFAULT_SIZES: TableSizes = { titleWidth: 300, narrowBelow: 560 };

/** Column beside the title. */
export interface SizedColumn {
  width: number;
  /**
   * Columns with lower values are hidden last. Columns with 1 are always shown, below the title if
   * needed.
   */
  priority: number;
}

/**
 * Chooses the columns that fit beside the title, by priority. If even the most important doesn't
 * fit, `narrow` is set and they go below the title.
 *
 * @param width - width of the table; all columns fit if it is `undefined`
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
