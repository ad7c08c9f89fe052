import type { Row } from '../deletion/ports';
import type { AuthorRun } from '../postmortem/integrity/authorship';
import type { Redactor } from './Redactor';
import { factorKey } from '../postmortem/factorKey';
import { TEXT_COLUMNS } from './textColumns';

/** History actions whose values are references, although their field names don't say so. */
const OF_REFERENCES = /^(owner-|announced$)/;

/** The effect of a redaction on a row. */
interface RedactedRow {
  /** Only the changed columns. */
  changes: Row;
  occurrences: number;
}

/**
 * Computes the effect of a redaction on a row.
 *
 * @returns undefined if the row does not contain the text
 */
export function redactRow(
  table: string,
  row: Row,
  redactor: Redactor,
): RedactedRow | undefined {
  const { columns, revised } = TEXT_COLUMNS[table];
  const changes: Row = {};
  let occurrences = 0;
  for (const [name, column] of Object.entries(columns)) {
    const before = row[name];
    if (before === null || before === undefined) continue;
    const foundBefore = redactor.occurrences;
    const after = redactValue(row, before, column, redactor);
    const found = redactor.occurrences - foundBefore;
    if (found === 0) continue;
    changes[name] = after;
    if (!column.derived) occurrences += found;
  }
  if (Object.keys(changes).length === 0) return undefined;
  if (table === 'postmortem_sections' && row.authorship) {
    const runs: AuthorRun[] = JSON.parse(row.authorship as string);
    const { authorship } = redactor.authored(row.markdown as string, runs);
    changes.authorship = JSON.stringify(authorship);
  }
  if (table === 'postmortem_contributing_factors' && changes.title) {
    changes.title_key = factorKey(changes.title as string);
  }
  if (revised) changes.revision = (row.revision as number) + 1;
  return { changes, occurrences };
}

function redactValue(
  row: Row,
  value: unknown,
  { format, max }: (typeof TEXT_COLUMNS)[string]['columns'][string],
  redactor: Redactor,
): unknown {
  switch (format) {
    case 'url':
    case 'label':
      return redactor.word(value as string, max);
    case 'json':
      return JSON.stringify(redactor.json(JSON.parse(value as string)));
    case 'fact':
      return OF_REFERENCES.test(String(row.action ?? ''))
        ? value
        : JSON.stringify(
            redactor.json(JSON.parse(value as string), String(row.field ?? '')),
          );
    case 'body':
      return redactor.body(value as Buffer);
    default:
      return redactor.text(value as string, max);
  }
}
