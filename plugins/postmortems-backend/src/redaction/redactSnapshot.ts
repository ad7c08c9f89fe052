import { PARTS } from '../deletion/ports';
import type { PostmortemSnapshot, Row } from '../deletion/ports';
import type { Redactor } from './Redactor';
import { redactRow } from './redactRow';
import { TEXT_COLUMNS } from './textColumns';

/** Redacts the snapshot of a deleted postmortem, and counts occurrences. */
export function redactSnapshot(
  snapshot: PostmortemSnapshot,
  redactor: Redactor,
): { snapshot: PostmortemSnapshot; occurrences: number } {
  let occurrences = 0;
  const redact = (table: string, row: Row): Row => {
    const redacted = redactRow(table, row, redactor);
    occurrences += redacted?.occurrences ?? 0;
    return { ...row, ...redacted?.changes };
  };
  const tables = ['postmortems', ...PARTS.map(part => part.table)].filter(
    table => TEXT_COLUMNS[table] && snapshot.tables[table],
  );
  return {
    snapshot: {
      tables: {
        ...snapshot.tables,
        ...Object.fromEntries(
          tables.map(table => [
            table,
            snapshot.tables[table].map(row => redact(table, row)),
          ]),
        ),
      },
      incidents: snapshot.incidents.map(({ id, base, lines }) => ({
        id,
        base: redact('incidents', { base }).base as string | null,
        lines: lines.map(line => redact('incident_lines', line)),
      })),
    },
    occurrences,
  };
}
