import { postmortemUpdatePermission } from 'backstage-plugin-postmortems-common';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { isPermitted } from '../../data/useMay';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { ComplianceStatusLabel } from '../../ui/labels/ComplianceStatusLabel';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { LinkButton } from '../../ui/navigation/LinkButton';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { IncidentRow } from './IncidentRow';

/** An untouched draft from a source. "Start" opens it for editing. */
export function UnstartedDraft(props: { postmortem: PostmortemSummary }) {
  const { postmortem } = props;
  const { id, entityRefs } = postmortem;
  const { t } = useTexts();
  const to = useRouteRef(postmortemRouteRef)({ id });
  const canEdit = isPermitted(postmortem, postmortemUpdatePermission);

  return (
    <IncidentRow
      incident={postmortem}
      severity={
        <SeverityChip
          governing={postmortem.governingSeverity}
          final={postmortem.severity}
        />
      }
      title={<PostmortemLink postmortem={postmortem} />}
      about={<EntityRefs entityRefs={entityRefs} max={3} />}
      due={<ComplianceStatusLabel postmortem={postmortem} />}
      action={
        canEdit && (
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={`${to}?edit=true`}
            aria-label={t('unstarted.startNamed', { id })}
          >
            {t('unstarted.start')}
          </LinkButton>
        )
      }
    />
  );
}
