import type { CollectedRow } from './countTables';
import { EMPTY, updateWindow, withoutPairs } from './valueWindow';
import type { ValueWindow } from './valueWindow';

/** What is kept of a group besides sums. */
export interface GroupValues {
  /** Times to publish, in milliseconds. */
  publish: ValueWindow;
  /** The latest start, in milliseconds; undefined if there is none or if it is not known. */
  latestStart: number | undefined;
}

/** Values as columns of `group_compliance`; the start in milliseconds. */
export interface GroupValuesRow {
  /** Null if the values are not known. */
  publish_count: number | null;
  publish_below: number | null;
  publish_values: string | null;
  latest_ms: number | string | null;
}

export const NO_VALUES: GroupValues = {
  publish: EMPTY,
  latestStart: undefined,
};

export function toGroupValues(row: GroupValuesRow): GroupValues | undefined {
  if (row.publish_count === null) return undefined;
  return {
    publish: {
      count: row.publish_count,
      below: row.publish_below!,
      values: JSON.parse(row.publish_values!),
    },
    latestStart: row.latest_ms === null ? undefined : Number(row.latest_ms),
  };
}

const numbers = (text: string | null) =>
  text === null ? [] : text.split(',').map(Number);

/** The values after changes. */
export function updateValues(
  { publish, latestStart }: GroupValues,
  row: CollectedRow,
): GroupValues {
  const starts = withoutPairs(
    numbers(row.added_started),
    numbers(row.removed_started),
  );
  const isGone =
    latestStart !== undefined && starts.removed.includes(latestStart);
  return {
    publish: updateWindow(
      publish,
      withoutPairs(numbers(row.added_publish), numbers(row.removed_publish)),
    ),
    latestStart: isGone ? undefined : latestOf(latestStart, starts.added),
  };
}

function latestOf(
  latest: number | undefined,
  added: number[],
): number | undefined {
  return added.reduce<number | undefined>(
    (max, value) => (max === undefined || value > max ? value : max),
    latest,
  );
}
