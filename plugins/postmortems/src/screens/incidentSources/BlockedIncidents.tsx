import { makeStyles } from '@material-ui/core/styles';
import type { Incident } from 'backstage-plugin-postmortems-common';
import { incidentQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { IncidentTitle } from './IncidentTitle';
import { SectionTable } from './SectionTable';
import { useBlockedReason } from './useBlockedReason';

const useStyles = makeStyles(theme => ({
  why: { whiteSpace: 'normal', marginTop: theme.spacing(0.25) },
}));

/** Why an incident is blocked, with a link to the fix if it is on this page. */
function BlockedReason(props: { incident: Incident }) {
  const { blockedBy, unmappedServices } = props.incident;
  const why = useBlockedReason()(props.incident);
  if (blockedBy === 'severity') return <Link to="#severities">{why}</Link>;
  return blockedBy === 'services' && unmappedServices.length > 0 ? (
    <Link to="#services">{why}</Link>
  ) : (
    <>{why}</>
  );
}

/** Blocked incidents, with what is needed to unblock each. */
export function BlockedIncidents() {
  const classes = useStyles();
  const { t } = useTexts();
  const data = useLoaded(
    incidentQueries.list({ disposition: ['waiting'], limit: 50 }),
  );

  return (
    <SectionTable
      id="waiting"
      title={t('incidentSources.blocked.title')}
      text={t('incidentSources.blocked.text')}
      data={data}
      first={{
        label: t('incidentSources.blocked.incident'),
        render: incident => (
          <>
            <IncidentTitle incident={incident} />
            <div className={classes.why}>
              <SubtleText>
                <BlockedReason incident={incident} />
              </SubtleText>
            </div>
          </>
        ),
      }}
      columns={[
        {
          name: 'source',
          label: t('incidentSources.blocked.source'),
          width: 140,
          priority: 2,
          render: incident => incident.sourceTitle,
        },
        {
          name: 'startedAt',
          label: t('incidentSources.blocked.since'),
          width: 140,
          priority: 1,
          render: incident => <RelativeTime value={incident.startedAt} />,
        },
      ]}
      rows={data.value?.items}
      skeletonRows={2}
      placeholder={
        data.value?.items.length === 0 && (
          <SubtleText>{t('incidentSources.blocked.none')}</SubtleText>
        )
      }
      more={
        data.value?.pageInfo.nextCursor && t('incidentSources.blocked.more')
      }
    />
  );
}
