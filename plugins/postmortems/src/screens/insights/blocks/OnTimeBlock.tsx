import { TrendChart } from '../../../ui/charts/TrendChart';
import { percentOf } from '../../../ui/charts/rate';
import { Link } from '../../../ui/navigation/Link';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { onTimeFinding } from '../findings/findings';
import type { BlockProps } from './block';

type Row = BlockProps['insights']['onTime']['quarters'][number];

const share = ({ met, due }: { met: number; due: number }) => ({
  part: met,
  of: due,
});

/** The on-time rate by quarter. */
export function OnTimeBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t, period } = words;
  const { onTime } = insights;
  const percents = onTime.quarters.map(each => percentOf(share(each)));

  const rateInWords = (row: Row) => {
    const percent = percentOf(share(row));
    return percent === undefined
      ? t('figures.nothingDue')
      : `${words.percent(percent)} ${t('figures.fraction', {
          met: String(row.met),
          due: String(row.due),
        })}`;
  };

  const columns: FigureColumn<Row>[] = [
    {
      header: 'quarter',
      label: t('insights.column.period'),
      value: row => row.period,
      render: row => period.full(row.period),
    },
    {
      header: 'onTime',
      label: t('insights.column.onTime'),
      isNumber: true,
      value: row => row.rate,
      render: row =>
        row.due > 0 ? (
          <Link to={links.due(row)}>{rateInWords(row)}</Link>
        ) : (
          rateInWords(row)
        ),
    },
    ...(['met', 'late', 'overdue'] as const).map(
      (status): FigureColumn<Row> => ({
        header: status,
        label: t(`complianceStatus.${status}`),
        isNumber: true,
        value: row => row[status],
        render: row => String(row[status]),
      }),
    ),
  ];

  return (
    <InsightBlock
      name="on-time-rate"
      title={t('insights.onTime.title')}
      finding={onTimeFinding(
        { now: share(onTime), before: share(onTime.previous) },
        links,
        words,
      )}
      columns={columns}
      rows={onTime.due > 0 ? onTime.quarters : []}
      rowKey={row => row.period}
      note={percents.includes(undefined) && t('insights.onTime.note')}
      chart={
        <TrendChart
          label={t('insights.onTime.title')}
          scale="linear"
          ticks={[0, 50, 100]}
          format={words.percent}
          lines={[
            {
              key: 'rate',
              label: t('insights.column.onTime'),
              values: percents,
            },
          ]}
          periods={onTime.quarters.map(row => ({
            ...period.axis(row.period),
            label: t('insights.mark', {
              name: period.full(row.period),
              value: rateInWords(row),
            }),
            to: row.due > 0 ? links.due(row) : undefined,
          }))}
        />
      }
    />
  );
}
