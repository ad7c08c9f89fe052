import Papa from 'papaparse';
import type { CsvColumn, CsvValue } from './columns';

/**
 * Matches cells that a spreadsheet would evaluate as a formula, including those that start with
 * control characters, which it skips. A leading apostrophe turns them into text.
 */
// eslint-disable-next-line no-control-regex
const FORMULA = /^[=+\-@\u0000-\u001f\u007f]/;

function toCell(value: CsvValue): string {
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
}

/** Serializes rows as CSV (RFC 4180). Turns formulas into text. */
export function toCsv<T>(rows: T[], columns: CsvColumn<T>[]): string {
  return Papa.unparse(
    {
      fields: columns.map(({ header }) => header),
      data: rows.map(row => columns.map(({ value }) => toCell(value(row)))),
    },
    { newline: '\r\n', escapeFormulae: FORMULA },
  );
}
