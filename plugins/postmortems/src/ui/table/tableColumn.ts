import type { ReactNode } from 'react';
import type { SizedColumn } from './fitColumns';

/** A column's content, and its sort field if it has one. */
export interface ColumnContent<T> {
  label: string;
  sort?: string;
  render: (row: T) => ReactNode;
}

/** A column other than the title. */
export interface TableColumn<T> extends ColumnContent<T>, SizedColumn {
  name: string;
}
