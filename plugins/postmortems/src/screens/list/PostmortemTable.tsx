import type { ReactNode } from 'react';
import type { FoundPostmortem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { MarkedText } from '../../ui/labels/MarkedText';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { ListTable } from '../../ui/table/ListTable';
import type { Selection } from '../../ui/table/SelectCells';
import { columns } from './columns';
import type { ColumnName } from './columns';
import { Snippet } from './Snippet';

/** The title and, in a search, where the postmortem was found. */
function FoundTitle(props: { postmortem: FoundPostmortem }) {
  const { postmortem } = props;
  const { snippet, title } = postmortem;
  if (!snippet) return <PostmortemLink postmortem={postmortem} inTable />;
  const shown = snippet.segments.map(({ text }) => text).join('');
  if (snippet.part === 'title' && shown === title) {
    return (
      <PostmortemLink postmortem={postmortem} inTable>
        <MarkedText segments={snippet.segments} />
      </PostmortemLink>
    );
  }
  return (
    <>
      <PostmortemLink postmortem={postmortem} inTable />
      <Snippet snippet={snippet} />
    </>
  );
}

function renderTitle(postmortem: FoundPostmortem) {
  return <FoundTitle postmortem={postmortem} />;
}

export function PostmortemTable(props: {
  label: string;
  columnNames: readonly ColumnName[];
  /** Undefined during the first load. */
  postmortems?: FoundPostmortem[];
  /** Whether new rows are loading. */
  loading: boolean;
  orderField: string;
  onSort: (field: string) => void;
  onFit?: (names: string[]) => void;
  /** Shown if there are no rows. */
  placeholder?: ReactNode;
  /** Enables selecting rows for bulk actions. */
  selection?: Selection<FoundPostmortem>;
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
        render: renderTitle,
      }}
      columns={columnNames.map(name => ({
        name,
        label: t(`list.column.${name}`),
        ...columns[name],
      }))}
    />
  );
}
