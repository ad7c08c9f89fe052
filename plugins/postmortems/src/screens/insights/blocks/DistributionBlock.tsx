import { useTheme } from '@material-ui/core/styles';
import type { DurationInsight } from 'backstage-plugin-postmortems-common';
import { ColumnChart } from '../../../ui/charts/ColumnChart';
import { CountLink } from '../CountLink';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { distributionFinding } from '../findings/findings';
import type { BlockProps } from './block';

type Row = DurationInsight['buckets'][number];

/** How a response time is distributed. */
export function DistributionBlock(
  props: BlockProps & { times: DurationInsight },
) {
  const { times, links, words } = props;
  const { t } = words;
  const { kind, buckets, n } = times;
  const theme = useTheme();
  const title = t('insights.distribution.title', {
    measure: t(`insights.measure.${kind}`),
  });

  const nameOf = ({ atLeast, below }: Row) => {
    if (below === undefined) {
      return t('filters.durationAtLeast', { time: words.duration(atLeast) });
    }
    return atLeast === 0
      ? t('filters.durationBelow', { time: words.duration(below) })
      : t('insights.distribution.between', {
          from: words.duration(atLeast),
          to: words.duration(below),
        });
  };
  const tickOf = ({ atLeast, below }: Row) =>
    atLeast === 0 && below !== undefined
      ? `< ${words.tick(below)}`
      : `≥ ${words.tick(atLeast)}`;
  const linkOf = ({ atLeast, below }: Row) =>
    links.duration(kind, { atLeast, below });

  const columns: FigureColumn<Row>[] = [
    {
      header: 'duration',
      label: t('insights.column.duration'),
      value: nameOf,
      render: nameOf,
    },
    {
      header: 'postmortems',
      label: t('insights.column.postmortems'),
      isNumber: true,
      value: row => row.n,
      render: row => <CountLink value={row.n} to={linkOf(row)} />,
    },
  ];

  return (
    <InsightBlock
      name={`time-to-${kind}-distribution`}
      title={title}
      finding={distributionFinding(
        { measure: kind, n, median: times.median, p90: times.p90 },
        links,
        words,
      )}
      columns={columns}
      csvColumns={[
        { header: 'atLeastMinutes', value: row => row.atLeast },
        { header: 'belowMinutes', value: row => row.below },
        { header: 'postmortems', value: row => row.n },
      ]}
      rows={n > 0 ? buckets : []}
      rowKey={row => String(row.atLeast)}
      chart={
        <ColumnChart
          label={title}
          arrangement="stacked"
          series={[
            {
              key: 'n',
              label: t('insights.column.postmortems'),
              look: {
                texture: 'solid',
                fill: theme.palette.text.secondary,
              },
            },
          ]}
          columns={buckets.map(row => ({
            key: String(row.atLeast),
            tick: tickOf(row),
            year: '',
            parts: [
              {
                series: 'n',
                value: row.n,
                label: t('insights.mark', {
                  name: nameOf(row),
                  value: t('list.count', { count: row.n }),
                }),
                to: linkOf(row),
              },
            ],
          }))}
        />
      }
    />
  );
}
