/** Means "never" in columns that must not be null for sorting or comparing. */
export const FAR_FUTURE = new Date('9999-12-31T00:00:00.000Z');

/** A timestamp as read from the database: a `Date` on PostgreSQL, milliseconds on SQLite. */
export type DbTime = Date | number | string;

/** Converts a database timestamp to ISO 8601 in UTC. */
export function fromDbTime(value: DbTime): string;
export function fromDbTime(value: DbTime | null): string | undefined;
export function fromDbTime(value: DbTime | null): string | undefined {
  return value === null ? undefined : new Date(value).toISOString();
}

/** Converts an ISO 8601 time to a database timestamp. */
export function toDbTime(value: string): Date;
export function toDbTime(value: string | undefined): Date | null;
export function toDbTime(value: string | undefined): Date | null {
  return value === undefined ? null : new Date(value);
}
