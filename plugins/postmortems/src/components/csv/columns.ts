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

/** What a cell can hold; of several values, all. */
export type CsvValue = string | number | boolean | undefined | string[];

/** A column of a CSV file. */
export interface CsvColumn<T> {
  header: string;
  value: (row: T) => CsvValue;
}

/** The names of fields that a cell can hold. */
type PlainField<T> = {
  [K in keyof T]-?: T[K] extends CsvValue ? K : never;
}[keyof T] &
  string;

/** Columns that are fields of the model, under their own names. */
export function columnsOf<T>() {
  return (...names: PlainField<T>[]): CsvColumn<T>[] =>
    names.map(name => ({
      header: name,
      value: row => row[name] as CsvValue,
    }));
}
