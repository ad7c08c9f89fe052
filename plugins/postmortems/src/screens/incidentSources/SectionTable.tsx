import type { ComponentProps, ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import type { Loaded } from '../../data/useLoaded';
import { LoadError } from '../../ui/feedback/LoadError';
import { SubtleText } from '../../ui/layout/SubtleText';
import { ListTable } from '../../ui/table/ListTable';
import { Section } from './Section';

type TableProps<T extends { id: string }> = ComponentProps<typeof ListTable<T>>;

/** A section with a table whose rows load and fail separately from the rest of the page. */
export function SectionTable<T extends { id: string }>(
  props: Omit<TableProps<T>, 'label' | 'title' | 'loading'> & {
    id: string;
    title: string;
    text: string;
    data: Omit<Loaded<unknown>, 'value'>;
    /** The column that identifies a row. */
    first: TableProps<T>['title'];
    /** Shown above the table. */
    alert?: ReactNode;
    /** Text shown if there are more rows. */
    more?: ReactNode;
    children?: ReactNode;
  },
) {
  const { id, title, text, data, first, alert, more, children, ...table } =
    props;
  return (
    <Section id={id} title={title} text={text}>
      {alert}
      <Paper variant="outlined">
        {data.error ? (
          <LoadError error={data.error} retry={data.retry} />
        ) : (
          <ListTable<T>
            {...table}
            label={title}
            title={first}
            loading={data.loading}
          />
        )}
      </Paper>
      {more && <SubtleText variant="caption">{more}</SubtleText>}
      {children}
    </Section>
  );
}
