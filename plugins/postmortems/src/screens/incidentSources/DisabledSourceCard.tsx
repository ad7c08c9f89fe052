import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { DisabledIncidentSource } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Link } from '../../ui/navigation/Link';

const DOCS =
  'https://github.com/backstage-postmortems/backstage-postmortems/blob/main/docs/incident-sources';

/** The sources that have a page in the documentation. */
const DOCUMENTED: Record<string, string> = {
  pagerduty: 'PagerDuty',
  incidentio: 'incident.io',
  rootly: 'Rootly',
  firehydrant: 'FireHydrant',
  'grafana-irm': 'Grafana IRM',
  alertmanager: 'Alertmanager',
  generic: 'Generic',
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
  },
}));

/** A source that is configured but rejects all deliveries, with the setting that is missing. */
export function DisabledSourceCard(props: { source: DisabledIncidentSource }) {
  const { id, reason, configKey } = props.source;
  const classes = useStyles();
  const { t } = useTexts();
  const title = DOCUMENTED[id] ?? id;
  const page = DOCUMENTED[id] ? id : 'README';

  return (
    <Paper
      variant="outlined"
      component="article"
      className={classes.root}
      aria-label={title}
    >
      <Typography variant="h6" component="h2">
        {title}
      </Typography>
      <Alert severity="warning">
        {reason === 'no-secret'
          ? t('incidentSources.disabled.noSecret', {
              key: <code>{configKey}</code>,
            })
          : t('incidentSources.disabled.noModule')}{' '}
        <Link to={`${DOCS}/${page}.md`}>
          {t('incidentSources.disabled.docs', { source: title })}
        </Link>
      </Alert>
    </Paper>
  );
}
