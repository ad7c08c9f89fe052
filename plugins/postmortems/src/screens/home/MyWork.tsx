import { useState } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { identityQuery } from '../../data/catalogQueries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { GroupBySwitch } from '../../ui/controls/GroupBySwitch';
import { SubtleText } from '../../ui/layout/SubtleText';
import { PanelError } from '../work/PanelError';
import { MyTeams } from './MyTeams';
import { MyWorkList } from './MyWorkList';
import { WorkSkeleton } from './WorkSkeleton';

/** The home page widget: the user's work by due date, and their teams' overdue work. */
export function MyWork() {
  const { t } = useTexts();
  const identity = useApi(identityApiRef);
  const [whose, setWhose] = useState<'mine' | 'teams'>('mine');
  const { value, error, retry } = useLoaded(identityQuery(identity));
  if (error) return <PanelError error={error} retry={retry} />;
  if (!value) return <WorkSkeleton />;

  const { userEntityRef, ownershipEntityRefs } = value;
  if (!isOfKind(userEntityRef, 'user')) {
    return <SubtleText>{t('home.noUser')}</SubtleText>;
  }
  const claims = [...new Set([userEntityRef, ...ownershipEntityRefs])].slice(
    0,
    LIMITS.queryValues,
  );
  const teamRefs = claims.filter(ref => isOfKind(ref, 'group'));
  return (
    <>
      {teamRefs.length > 0 && (
        <GroupBySwitch
          label={t('home.whose')}
          options={[
            { value: 'mine', label: t('home.mine') },
            { value: 'teams', label: t('home.myTeams') },
          ]}
          value={whose}
          onChange={setWhose}
        />
      )}
      {whose === 'mine' ? (
        <MyWorkList userRef={userEntityRef} claims={claims} />
      ) : (
        <MyTeams teamRefs={teamRefs} />
      )}
    </>
  );
}

function isOfKind(ref: string, kind: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === kind;
}
