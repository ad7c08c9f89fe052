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

/** Whether two plain JSON values say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The fields in which a form differs from what it began with. */
export function changedFields<T extends object>(
  base: T,
  mine: T,
): Array<keyof T> {
  return (Object.keys(mine) as Array<keyof T>).filter(
    field => !isSame(base[field], mine[field]),
  );
}

/**
 * Puts my changes onto the state that someone else has saved meanwhile: a field I did not touch
 * takes their value, one I changed keeps mine. `clashes` are the fields that both changed, to
 * different values.
 */
export function rebase<T extends object>(
  base: T,
  mine: T,
  theirs: T,
): { mine: T; clashes: Array<keyof T> } {
  const kept = changedFields(base, mine);
  const result = { ...theirs };
  for (const field of kept) result[field] = mine[field];
  return {
    mine: result,
    clashes: kept.filter(
      field =>
        !isSame(theirs[field], base[field]) &&
        !isSame(theirs[field], mine[field]),
    ),
  };
}
