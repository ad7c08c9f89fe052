import { useTheme } from '@material-ui/core/styles';
import { ColumnChart } from '../../../ui/charts/ColumnChart';
import { PAPER } from '../../../ui/charts/usePictureStyles';
import type { SeriesLook } from '../../../ui/charts/textures';
import { Link } from '../../../ui/navigation/Link';
import { CountLink } from '../CountLink';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { actionItemsFinding } from '../findings/findings';
import { toQuarters } from './toQuarters';
import type { ChangedItems as Row } from './toQuarters';
import type { BlockProps } from './block';

const DAY = 24 * 60;
const changes = ['opened', 'done', 'declined'] as const;

/** Action items opened and closed by month, and the age of the open ones. */
export function ActionItemsBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t, period } = words;
  const { open, onTime } = insights.actionItems;
  const months =
    insights.interval === 'quarter'
      ? toQuarters(insights.actionItems.months)
      : insights.actionItems.months;
  const theme = useTheme();
  const looks: Record<(typeof changes)[number], SeriesLook> = {
    opened: { texture: 'hollow', fill: PAPER },
    done: { texture: 'solid', fill: theme.palette.text.secondary },
    declined: { texture: 'stripes', fill: PAPER },
  };
  const sum = (change: 'opened' | 'done') =>
    months.reduce((total, month) => total + month[change], 0);
  const isEmpty = months.every(
    ({ opened, done, declined }) => opened + done + declined === 0,
  );
  const days = (value: number) => words.tick(value * DAY);

  const columns: FigureColumn<Row>[] = [
    {
      header: 'period',
      label: t('insights.column.period'),
      value: row => row.period,
      render: row => period.full(row.period),
    },
    ...changes.map(
      (change): FigureColumn<Row> => ({
        header: change,
        label: t(`insights.actionItems.${change}`),
        isNumber: true,
        value: row => row[change],
        render: row => (
          <CountLink value={row[change]} to={links.actionItems(change, row)} />
        ),
      }),
    ),
  ];

  return (
    <InsightBlock
      name="action-items"
      title={t('insights.actionItems.title')}
      finding={actionItemsFinding(
        {
          opened: sum('opened'),
          done: sum('done'),
          kept: { part: onTime.onTime, of: onTime.due },
          range: insights.range,
        },
        links,
        words,
      )}
      columns={columns}
      rows={isEmpty ? [] : months}
      rowKey={row => row.period}
      note={
        open.n > 0 && (
          <Link to={links.openActionItems}>
            {open.median === undefined || open.oldest === undefined
              ? t('insights.actionItems.ages', {
                  count: open.n,
                  ages: open.values.map(days).join(', '),
                })
              : t('insights.actionItems.age', {
                  count: open.n,
                  median: days(open.median),
                  p90: days(open.p90 ?? open.oldest),
                  oldest: days(open.oldest),
                })}
          </Link>
        )
      }
      chart={
        <ColumnChart
          label={t('insights.actionItems.title')}
          arrangement="grouped"
          series={changes.map(key => ({
            key,
            label: t(`insights.actionItems.${key}`),
            look: looks[key],
          }))}
          columns={months.map(row => ({
            ...period.axis(row.period),
            parts: changes.map(change => ({
              series: change,
              value: row[change],
              label: t('insights.markOf', {
                name: period.full(row.period),
                series: t(`insights.actionItems.${change}`),
                value: t('insights.actionItems.count', { count: row[change] }),
              }),
              to: links.actionItems(change, row),
            })),
          }))}
        />
      }
    />
  );
}
