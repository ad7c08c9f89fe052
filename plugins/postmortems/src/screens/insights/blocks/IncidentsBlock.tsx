import { useTheme } from '@material-ui/core/styles';
import { usePolicy } from '../../../data/usePolicy';
import { ColumnChart } from '../../../ui/charts/ColumnChart';
import { CountLink } from '../CountLink';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { incidentsFinding } from '../findings/findings';
import { severityLook } from '../severityLook';
import type { BlockProps } from './block';

type Row = BlockProps['insights']['incidents']['periods'][number];

/** Incidents by period and governing severity. */
export function IncidentsBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t, period } = words;
  const { n, previous, periods, severities } = insights.incidents;
  const theme = useTheme();
  const policy = usePolicy();
  // The highest severity is at the bottom, where values are the easiest to compare.
  const series = severities.map(severity => ({
    key: severity,
    label: severity,
    look: severityLook(severity, policy?.severities, theme),
  }));

  const columns: FigureColumn<Row>[] = [
    {
      header: 'period',
      label: t('insights.column.period'),
      value: row => row.period,
      render: row => period.full(row.period),
    },
    ...severities.map(
      (severity): FigureColumn<Row> => ({
        header: severity,
        label: severity,
        isNumber: true,
        value: row => row.severities[severity] ?? 0,
        render: row => (
          <CountLink
            value={row.severities[severity] ?? 0}
            to={links.postmortems({ severity: [severity] }, row)}
          />
        ),
      }),
    ),
    {
      header: 'total',
      label: t('insights.column.total'),
      isNumber: true,
      value: row => row.n,
      render: row => (
        <CountLink value={row.n} to={links.postmortems({}, row)} />
      ),
    },
  ];

  return (
    <InsightBlock
      name="incidents"
      title={t('insights.incidents.title')}
      finding={incidentsFinding({ count: n, before: previous }, links, words)}
      columns={columns}
      rows={n > 0 ? periods : []}
      rowKey={row => row.period}
      chart={
        <ColumnChart
          label={t('insights.incidents.title')}
          arrangement="stacked"
          series={series}
          columns={periods.map(row => ({
            ...period.axis(row.period),
            parts: severities.map(severity => {
              const count = row.severities[severity] ?? 0;
              return {
                series: severity,
                value: count,
                label: t('insights.markOf', {
                  name: period.full(row.period),
                  series: severity,
                  value: t('insights.incidents.count', { count }),
                }),
                to: links.postmortems({ severity: [severity] }, row),
              };
            }),
          }))}
        />
      }
    />
  );
}
