import { useKnownPermission } from '../../data/useKnownPermission';
import { incidentSourceManagePermission } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { PageContent } from '../../ui/layout/PageContent';
import { Sources } from './Sources';

/** The sub-page on which operators manage incident sources. */
export function IncidentSourcesPage() {
  const { t } = useTexts();
  const { allowed, loading } = useKnownPermission({
    permission: incidentSourceManagePermission,
  });
  if (loading) return null;

  return (
    <PageContent>
      {allowed ? (
        <Sources />
      ) : (
        <StateMessage role="alert" title={t('incidentSources.forbiddenTitle')}>
          {t('incidentSources.forbiddenText', {
            permission: incidentSourceManagePermission.name,
          })}
        </StateMessage>
      )}
    </PageContent>
  );
}
