import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { SeverityChip } from '../../../ui/labels/SeverityChip';
import { TeamName } from '../../../ui/labels/TeamName';
import { CountLink } from '../CountLink';
import { InsightBlock } from '../InsightBlock';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { uncoveredFinding } from '../findings/findings';
import type { BlockProps } from './block';

interface Row {
  by: 'severity' | 'team';
  key: string;
  n: number;
}

/** Incidents that need a postmortem and have none, by severity and by team. */
export function UncoveredBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t } = words;
  const { uncovered } = insights;
  if (!uncovered) return null;
  const { n, teams, severities } = uncovered;
  const rows: Row[] = [
    ...severities.map(group => ({ ...group, by: 'severity' as const })),
    ...teams.groups.map(group => ({ ...group, by: 'team' as const })),
  ];

  function nameOf({ by, key }: Row) {
    if (by === 'severity') {
      return key === 'none' ? (
        <em>{t('insights.uncovered.noSeverity')}</em>
      ) : (
        <SeverityChip governing={key} />
      );
    }
    return key === 'none' ? (
      <em>{t('compliance.noTeam')}</em>
    ) : (
      <TeamName teamRef={key}>
        <EntityRefLink entityRef={key} hideIcon />
      </TeamName>
    );
  }
  function linkOf({ by, key }: Row) {
    if (by === 'team') {
      return links.uncovered({ teamRef: [key], subTeams: undefined });
    }
    return links.uncovered({ severity: [key] });
  }
  const columns: FigureColumn<Row>[] = [
    {
      header: 'key',
      label: t('insights.column.severityOrTeam'),
      value: row => row.key,
      render: nameOf,
    },
    {
      header: 'incidents',
      label: t('insights.column.incidents'),
      isNumber: true,
      value: row => row.n,
      render: row => <CountLink value={row.n} to={linkOf(row)} />,
    },
  ];

  return (
    <InsightBlock
      name="without-postmortem"
      title={t('insights.uncovered.title')}
      finding={uncoveredFinding(n, links, words)}
      columns={columns}
      csvColumns={[
        { header: 'by', value: row => row.by },
        { header: 'key', value: row => row.key },
        { header: 'incidents', value: row => row.n },
      ]}
      rows={n > 0 ? rows : []}
      rowKey={row => `${row.by} ${row.key}`}
      note={teams.truncated && t('insights.truncated')}
    />
  );
}
