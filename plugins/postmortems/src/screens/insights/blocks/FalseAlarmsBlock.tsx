import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FalseAlarmGroup } from 'backstage-plugin-postmortems-common';
import { percentOf } from '../../../ui/charts/rate';
import { Link } from '../../../ui/navigation/Link';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { falseAlarmsFinding } from '../findings/findings';
import type { BlockProps } from './block';

type Row = FalseAlarmGroup & { by: 'entity' | 'source' };

/** Which entities and sources raised false alarms. */
export function FalseAlarmsBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t } = words;
  const { n, falseAlarms, entities, sources } = insights.falseAlarms;
  const rows: Row[] = [
    ...entities.groups.map(group => ({ ...group, by: 'entity' as const })),
    ...sources.groups.map(group => ({ ...group, by: 'source' as const })),
  ].filter(group => group.falseAlarms > 0);

  function nameOf({ by, key }: Row) {
    if (by === 'entity') return <EntityRefLink entityRef={key} hideIcon />;
    return key === 'none' ? t('insights.falseAlarms.manual') : key;
  }
  const columns: FigureColumn<Row>[] = [
    {
      header: 'key',
      label: t('insights.column.cause'),
      value: row => row.key,
      render: nameOf,
    },
    {
      header: 'falseAlarms',
      label: t('insights.column.falseAlarms'),
      isNumber: true,
      value: row => row.falseAlarms,
      render: row => (
        <Link
          to={links.postmortems({
            outcome: ['false-alarm'],
            ...(row.by === 'entity'
              ? { entityRef: [row.key] }
              : { source: [row.key] }),
          })}
        >
          {`${words.percent(
            percentOf({ part: row.falseAlarms, of: row.n }) ?? 0,
          )} ${t('figures.fraction', {
            met: String(row.falseAlarms),
            due: String(row.n),
          })}`}
        </Link>
      ),
    },
  ];

  return (
    <InsightBlock
      name="false-alarms"
      title={t('insights.falseAlarms.title')}
      finding={falseAlarmsFinding({ part: falseAlarms, of: n }, links, words)}
      columns={columns}
      csvColumns={[
        { header: 'by', value: row => row.by },
        { header: 'key', value: row => row.key },
        { header: 'falseAlarms', value: row => row.falseAlarms },
        { header: 'incidents', value: row => row.n },
      ]}
      rows={rows}
      rowKey={row => `${row.by} ${row.key}`}
      note={
        (entities.truncated || sources.truncated) && t('insights.truncated')
      }
    />
  );
}
