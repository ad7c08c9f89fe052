import type { StruckAgain } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../../routes';
import { Link } from '../../../ui/navigation/Link';
import { useRouteRef } from '../../../ui/navigation/useRouteRef';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { struckAgainFinding } from '../findings/findings';
import type { BlockProps } from './block';

/** Incidents that shared an entity and a contributing factor with an earlier one. */
export function StruckAgainBlock(props: BlockProps) {
  const { insights, words } = props;
  const { t } = words;
  const { n, work, pairs, truncated, searchedNewest } = insights.struckAgain;
  const postmortem = useRouteRef(postmortemRouteRef);
  const mention = ({ id, title }: StruckAgain['later']) => (
    <Link to={postmortem({ id })}>{`${id} ${title}`}</Link>
  );
  const shared = ({ factors, categories }: StruckAgain) =>
    factors.length > 0
      ? factors
      : categories.map(each => t(`document.factors.category.${each}`));

  const columns: FigureColumn<StruckAgain>[] = [
    {
      header: 'later',
      label: t('insights.column.postmortem'),
      value: row => row.later.id,
      render: row => mention(row.later),
    },
    {
      header: 'earlier',
      label: t('insights.column.earlier'),
      value: row => row.earlier.id,
      render: row => mention(row.earlier),
    },
    {
      header: 'shared',
      label: t('insights.column.shared'),
      value: shared,
      render: row => shared(row).join(', '),
    },
    {
      header: 'work',
      label: t('insights.column.work'),
      value: row => row.work,
      render: row => t(`insights.struckAgain.work.${row.work}`),
    },
  ];

  return (
    <InsightBlock
      name="struck-again"
      title={t('insights.struckAgain.title')}
      finding={struckAgainFinding({ count: n, before: work.open }, words)}
      columns={columns}
      rows={pairs}
      rowKey={row => `${row.earlier.id} ${row.later.id}`}
      isWide
      note={
        <>
          {t('insights.struckAgain.note')}
          {truncated && ` ${t('insights.truncated')}`}
          {searchedNewest !== undefined &&
            ` ${t('insights.struckAgain.searched', {
              value: String(searchedNewest),
            })}`}
        </>
      }
    />
  );
}
