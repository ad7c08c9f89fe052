import { DateTime } from 'luxon';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ComplianceGroupBy } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { TeamName } from '../../ui/labels/TeamName';
import { SeverityChip } from '../../ui/labels/SeverityChip';

export function GroupName(props: {
  groupBy: ComplianceGroupBy;
  groupKey: string;
}) {
  const { groupBy, groupKey } = props;
  const { t } = useTexts();
  const locale = useLocale();

  switch (groupBy) {
    case 'severity':
      return groupKey === 'none' ? (
        <em>{t('insights.uncovered.noSeverity')}</em>
      ) : (
        <SeverityChip governing={groupKey} />
      );
    case 'month':
      return (
        <>
          {DateTime.fromISO(groupKey).toLocaleString(
            { month: 'long', year: 'numeric' },
            { locale },
          )}
        </>
      );
    case 'quarter': {
      const [year, quarter] = groupKey.split('-');
      return <>{`${quarter} ${year}`}</>;
    }
    default:
      return groupKey === 'none' ? (
        <em>{t('compliance.noTeam')}</em>
      ) : (
        <TeamName teamRef={groupKey}>
          <EntityRefLink entityRef={groupKey} hideIcon />
        </TeamName>
      );
  }
}
