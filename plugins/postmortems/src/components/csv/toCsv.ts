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

import Papa from 'papaparse';
import type { CsvColumn, CsvValue } from './columns';

/**
 * Cells that a spreadsheet would take for a formula, or that begin with what it skips before it
 * looks for one. They get an apostrophe, which makes them text.
 */
// eslint-disable-next-line no-control-regex
const FORMULA = /^[=+\-@\u0000-\u001f\u007f]/;

function toCell(value: CsvValue): string {
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
}

/** Rows as CSV after RFC 4180, in which no cell is a formula. */
export function toCsv<T>(rows: T[], columns: CsvColumn<T>[]): string {
  return Papa.unparse(
    {
      fields: columns.map(({ header }) => header),
      data: rows.map(row => columns.map(({ value }) => toCell(value(row)))),
    },
    { newline: '\r\n', escapeFormulae: FORMULA },
  );
}
