import { makeStyles } from '@material-ui/core/styles';
import type { Insights } from 'backstage-plugin-postmortems-common';
import { Sparkline } from '../../../ui/charts/Sparkline';
import { SeverityChip } from '../../../ui/labels/SeverityChip';
import { VisuallyHidden } from '../../../ui/layout/VisuallyHidden';
import { Link } from '../../../ui/navigation/Link';
import { incidentsFinding } from '../../insights/findings/findings';
import type { InsightLinks } from '../../insights/links';
import type { InsightWords } from '../../insights/useInsightWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  text: { flex: '1 1 160px' },
  severities: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    listStyle: 'none',
  },
  severity: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** The incidents: how many, by severity and by month. */
export function IncidentFigures(props: {
  incidents: Insights['incidents'];
  links: InsightLinks;
  words: InsightWords;
  insightsPage: string;
}) {
  const { incidents, links, words } = props;
  const { t, period } = words;
  const { n, previous, periods, severities } = incidents;
  const classes = useStyles();
  const months = periods.map(month => ({
    key: month.period,
    value: month.n,
    label: t('insights.mark', {
      name: period.full(month.period),
      value: t('insights.incidents.count', { count: month.n }),
    }),
  }));

  return (
    <div className={classes.root}>
      <div className={classes.text}>
        {incidentsFinding({ count: n, before: previous }, links, words)}
        {n > 0 && (
          <ul className={classes.severities}>
            {severities.map(severity => {
              const count = periods.reduce(
                (sum, month) => sum + (month.severities[severity] ?? 0),
                0,
              );
              return (
                <li key={severity}>
                  <Link
                    to={links.postmortems({ severity: [severity] })}
                    className={classes.severity}
                  >
                    <SeverityChip governing={severity} />
                    <span aria-hidden>{count}</span>
                    <VisuallyHidden>
                      {t('insights.incidents.count', { count })}
                    </VisuallyHidden>
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {n > 0 && (
        <>
          <Link to={props.insightsPage}>
            <VisuallyHidden>{t('entityInsights.trend')}</VisuallyHidden>
            <Sparkline columns={months} />
          </Link>
          <VisuallyHidden>
            {months
              .filter(({ value }) => value > 0)
              .map(({ label }) => label)
              .join('; ')}
          </VisuallyHidden>
        </>
      )}
    </div>
  );
}
