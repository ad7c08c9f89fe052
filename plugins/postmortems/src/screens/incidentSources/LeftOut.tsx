import { makeStyles } from '@material-ui/core/styles';
import { incidentQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { useLeftOutWords } from '../../ui/labels/useLeftOutWords';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { IncidentTitle } from './IncidentTitle';
import { SectionTable } from './SectionTable';

const useStyles = makeStyles(theme => ({
  what: { whiteSpace: 'normal', marginTop: theme.spacing(0.25) },
}));

/** Incidents with more data than a postmortem can hold. Renders nothing if there are none. */
export function LeftOut() {
  const classes = useStyles();
  const { t } = useTexts();
  const inWords = useLeftOutWords();
  const linkTo = useRouteRef(postmortemRouteRef);
  const data = useLoaded(
    incidentQueries.list({
      disposition: ['covered'],
      leftOut: 'true',
      limit: 50,
    }),
  );
  if (!data.error && !data.value?.items.length) return null;

  return (
    <SectionTable
      id="left-out"
      title={t('incidentSources.leftOut.title')}
      text={t('incidentSources.leftOut.text')}
      data={data}
      first={{
        label: t('incidentSources.blocked.incident'),
        render: incident => (
          <>
            <IncidentTitle incident={incident} />
            {incident.leftOut.map(each => (
              <div key={each.field + each.unit} className={classes.what}>
                <SubtleText>{inWords(each)}</SubtleText>
              </div>
            ))}
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
          name: 'postmortem',
          label: t('incidentSources.leftOut.postmortem'),
          width: 140,
          priority: 1,
          render: ({ postmortemId: id }) =>
            id && <Link to={linkTo({ id })}>{id}</Link>,
        },
      ]}
      rows={data.value?.items}
      more={
        data.value?.pageInfo.nextCursor && t('incidentSources.blocked.more')
      }
    />
  );
}
