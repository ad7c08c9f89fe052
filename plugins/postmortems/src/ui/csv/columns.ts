import { inZone } from '../dates/zones';

/** A cell's value. Lists are joined. */
export type CsvValue = string | number | boolean | undefined | string[];

export interface CsvColumn<T> {
  header: string;
  value: (row: T) => CsvValue;
}

/** Names of fields whose values fit in a cell. */
type PlainField<T> = {
  [K in keyof T]-?: T[K] extends CsvValue ? K : never;
}[keyof T] &
  string;

/** A deadline or due date, formatted in its own time zone so that it falls on the right day. */
export function dueColumn<T>(
  header: string,
  dueAt: (row: T) => string | undefined,
  zone: (row: T) => string,
): CsvColumn<T> {
  return {
    header,
    value: row => {
      const time = dueAt(row);
      return time && (inZone(time, zone(row)).toISO() ?? undefined);
    },
  };
}

/** Returns columns named after fields of the model. */
export function columnsOf<T>() {
  return (...names: PlainField<T>[]): CsvColumn<T>[] =>
    names.map(name => ({
      header: name,
      value: row => row[name] as CsvValue,
    }));
}
