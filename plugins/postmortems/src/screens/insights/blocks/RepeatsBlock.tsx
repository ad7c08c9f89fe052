import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { CountBar } from '../CountBar';
import { InsightBlock } from '../InsightBlock';
import { repeatsFinding } from '../findings/findings';
import type { BlockProps } from './block';

/** Entities with two or more incidents. */
export function RepeatsBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t } = words;
  const { groups, truncated } = insights.entities;
  const most = Math.max(...groups.map(({ n }) => n));

  return (
    <InsightBlock
      name="repeat-incidents"
      title={t('insights.repeats.title')}
      finding={repeatsFinding(
        {
          count: groups.length,
          longest: Math.max(
            0,
            ...groups.map(({ minutesInIncident }) => minutesInIncident),
          ),
        },
        words,
      )}
      columns={[
        {
          header: 'entityRef',
          label: t('insights.column.entity'),
          value: row => row.entityRef,
          render: row => <EntityRefLink entityRef={row.entityRef} hideIcon />,
        },
        {
          header: 'incidents',
          label: t('insights.column.incidents'),
          value: row => row.n,
          render: row => (
            <CountBar
              value={row.n}
              max={most}
              to={links.postmortems({ entityRef: [row.entityRef] })}
            />
          ),
        },
        {
          header: 'minutesInIncident',
          label: t('insights.column.timeInIncident'),
          isNumber: true,
          value: row => row.minutesInIncident,
          render: row => words.duration(row.minutesInIncident),
        },
      ]}
      rows={groups}
      rowKey={row => row.entityRef}
      note={truncated && t('insights.truncated')}
    />
  );
}
