import { DateTime } from 'luxon';

/** Errors by field name. The name '' stands for the whole form. */
export type FieldErrors = Record<string, string>;

/** The part of a zod error that is used here. */
interface SchemaError {
  issues: Array<{ path: PropertyKey[]; message: string }>;
}

/** Returns the first error for each field. */
export function errorsOfIssues(error: SchemaError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= issue.message;
  }
  return errors;
}

/**
 * Assigns a server message to the first field it names or, if it names none, to the whole form
 * ('').
 */
export function errorsOfMessage(
  message: string,
  fields: readonly string[],
): FieldErrors {
  const [named] = fields
    .map(field => ({ field, at: message.search(new RegExp(`\\b${field}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return { [named?.field ?? '']: message };
}

const TIMESTAMP = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)/g;

/**
 * Adapts a server message to the form: replaces field names with labels, and shows times in the
 * viewer's time zone and locale.
 */
export function inWordsOfForm(
  message: string,
  labels: Record<string, string>,
  locale?: string,
): string {
  const named = Object.entries(labels).reduce(
    (text, [field, label]) =>
      text.replace(new RegExp(`\\b${field}\\b(\\[\\d+\\])?`, 'g'), label),
    message.replace(TIMESTAMP, time =>
      DateTime.fromISO(time).toLocaleString(DateTime.DATETIME_MED, { locale }),
    ),
  );
  return named.charAt(0).toLocaleUpperCase() + named.slice(1);
}
