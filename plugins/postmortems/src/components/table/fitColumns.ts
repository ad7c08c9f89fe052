/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/** What the columns must leave room for. */
export interface TableSizes {
  /** What the title needs to be recognised. */
  titleWidth: number;
  /** Below this, facts stand under the title rather than beside it. */
  narrowBelow: number;
}

const DEFAULT_SIZES: TableSizes = { titleWidth: 300, narrowBelow: 560 };

/** A column beside the title. */
export interface SizedColumn {
  width: number;
  /** The lower, the longer it stays; 1 is kept, below the title if need be. */
  priority: number;
}

/**
 * Which columns there is room for beside the title: as the table gets narrower they give way,
 * the least needed first. Where even the most needed do not fit, `narrow` is set and they are
 * shown below the title.
 *
 * @param width - of the table; `undefined` where it is not known, and then all fit
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
