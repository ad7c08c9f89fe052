import { inZone } from '../dates/zones';

/** Value of a cell. Lists are joined. */
export type CsvValue = string | number | boolean | undefined | string[];

export interface CsvColumn<T> {
  header: string;
  value: (row: T) => CsvValue;
}

/** Names of fields that fit into a cell. */
type PlainField<T> = {
  [K in keyof T]-?: T[K] extends CsvValue ? K : never;
}[keyof T] &
  string;

/** A deadline or due date in its own zone, so that its day is the right one. */
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
