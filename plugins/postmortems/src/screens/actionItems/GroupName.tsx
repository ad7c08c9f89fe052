import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { ActionItemSummary } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { TeamName } from '../../ui/labels/TeamName';
import type { Grouping } from './grouping';

export function GroupName(props: {
  groupBy: Exclude<Grouping, 'none'>;
  group: ActionItemSummary['groups'][number];
}) {
  const { groupBy, group } = props;
  const { t } = useTexts();

  if (groupBy === 'postmortem') {
    return <>{`${group.key} ${group.title ?? ''}`}</>;
  }
  if (group.key === 'none') {
    return (
      <em>{groupBy === 'team' ? t('compliance.noTeam') : t('owner.none')}</em>
    );
  }
  const name = (
    <EntityDisplayName entityRef={group.key} hideIcon disableTooltip />
  );
  return groupBy === 'team' ? (
    <TeamName teamRef={group.key}>{name}</TeamName>
  ) : (
    name
  );
}
