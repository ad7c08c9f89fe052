import type { DurationInsight } from 'backstage-plugin-postmortems-common';
import { TrendChart } from '../../../ui/charts/TrendChart';
import { durationTicks } from '../../../ui/charts/ticks';
import { Link } from '../../../ui/navigation/Link';
import { CountLink } from '../CountLink';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { timesFinding } from '../findings/findings';
import type { BlockProps } from './block';

type Row = DurationInsight['periods'][number];

/** A response time by period: median and 90th percentile. */
export function TimesBlock(props: BlockProps & { times: DurationInsight }) {
  const { times, links, words } = props;
  const { t, period } = words;
  const { kind, periods, leftOut } = times;
  const title = t(`insights.measure.${kind}`);

  const inWords = (row: Row) =>
    row.median === undefined
      ? row.values.map(words.duration).join(', ')
      : [
          t('insights.times.median', { value: words.duration(row.median) }),
          t('insights.times.p90', { value: words.duration(row.p90 ?? 0) }),
          t('insights.times.n', { value: String(row.n) }),
        ].join(', ');

  const columns: FigureColumn<Row>[] = [
    {
      header: 'period',
      label: t('insights.column.period'),
      value: row => row.period,
      render: row => period.full(row.period),
    },
    {
      header: 'n',
      label: t('insights.column.count'),
      isNumber: true,
      value: row => row.n,
      render: row => (
        <CountLink value={row.n} to={links.duration(kind, { range: row })} />
      ),
    },
    {
      header: 'median',
      label: t('insights.column.medianOrValues'),
      isNumber: true,
      value: row => row.median,
      render: row =>
        row.median === undefined
          ? row.values.map(words.duration).join(', ') || '–'
          : words.duration(row.median),
    },
    {
      header: 'p90',
      label: t('insights.column.p90'),
      isNumber: true,
      value: row => row.p90,
      render: row => (row.p90 === undefined ? '–' : words.duration(row.p90)),
    },
  ];
  const drawn = periods.flatMap(({ median, p90, values }) =>
    [median, p90, ...values].filter(value => value !== undefined),
  );

  return (
    <InsightBlock
      name={`time-to-${kind}`}
      title={title}
      finding={timesFinding(
        {
          measure: kind,
          n: times.n,
          values: times.values,
          median: times.median,
          before: times.previous.median,
        },
        links,
        words,
      )}
      columns={columns}
      csvColumns={[
        { header: 'period', value: row => row.period },
        { header: 'n', value: row => row.n },
        { header: 'medianMinutes', value: row => row.median },
        { header: 'p90Minutes', value: row => row.p90 },
        { header: 'valuesMinutes', value: row => row.values.map(String) },
      ]}
      rows={times.n > 0 ? periods : []}
      rowKey={row => row.period}
      note={
        leftOut > 0 && (
          <Link to={links.postmortems({ withoutDuration: kind })}>
            {t('insights.times.without', { count: leftOut })}
          </Link>
        )
      }
      chart={
        drawn.length > 0 && (
          <TrendChart
            label={title}
            scale="log"
            ticks={durationTicks(drawn)}
            format={words.tick}
            lines={[
              {
                key: 'median',
                label: t('insights.column.median'),
                values: periods.map(({ median }) => median),
              },
              {
                key: 'p90',
                label: t('insights.column.p90'),
                values: periods.map(({ p90 }) => p90),
                isSecond: true,
              },
            ]}
            periods={periods.map(row => ({
              ...period.axis(row.period),
              label: t('insights.mark', {
                name: period.full(row.period),
                value: inWords(row),
              }),
              to: row.n > 0 ? links.duration(kind, { range: row }) : undefined,
              singles: row.values,
            }))}
          />
        )
      }
    />
  );
}
