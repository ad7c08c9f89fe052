import type { ReactNode } from 'react';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { ListTable } from '../../ui/table/ListTable';
import type { Selection } from '../../ui/table/SelectCells';
import { columns } from './columns';
import type { ColumnName } from './columns';

export function PostmortemTable(props: {
  label: string;
  columnNames: readonly ColumnName[];
  /** Undefined during the first load. */
  postmortems?: PostmortemSummary[];
  /** Whether new rows are loading. */
  loading: boolean;
  orderField: string;
  onSort: (field: string) => void;
  onFit?: (names: string[]) => void;
  /** Shown if there are no rows. */
  placeholder?: ReactNode;
  /** Enables selecting rows for bulk actions. */
  selection?: Selection<PostmortemSummary>;
}) {
  const { columnNames, postmortems, ...rest } = props;
  const { t } = useTexts();

  return (
    <ListTable
      {...rest}
      rows={postmortems}
      title={{
        label: t('list.column.title'),
        sort: 'title',
        render: postmortem => (
          <PostmortemLink postmortem={postmortem} inTable />
        ),
      }}
      columns={columnNames.map(name => ({
        name,
        label: t(`list.column.${name}`),
        ...columns[name],
      }))}
    />
  );
}
