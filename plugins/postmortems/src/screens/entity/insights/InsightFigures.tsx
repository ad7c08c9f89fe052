import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { useTexts } from '../../../texts/useTexts';
import { statusColors } from '../../../ui/labels/statusColors';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { Link } from '../../../ui/navigation/Link';
import { countOpen } from '../../actionItems/openWork';
import type { InsightLinks } from '../../insights/links';
import { useInsightWords } from '../../insights/useInsightWords';
import { IncidentFigures } from './IncidentFigures';
import { MitigationTime } from './MitigationTime';
import type { EntityInsights } from './useEntityInsights';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(1, 0, 0), ...theme.typography.body2 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  label: { flex: '1 1 150px', color: subtleColor(theme) },
  value: { flex: '2 1 220px', minWidth: 0, margin: 0 },
  counts: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
  overdue: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
  factor: { overflowWrap: 'anywhere' },
}));

/** The figures of the card, each with a link to what it counts. */
export function InsightFigures(props: {
  value: EntityInsights;
  links: InsightLinks;
  /** The Insights page for the same entities. */
  insightsPage: string;
}) {
  const { value, links, insightsPage } = props;
  const { insights, actionItems } = value;
  const classes = useStyles();
  const words = useInsightWords();
  const { t } = useTexts();
  const open = countOpen(actionItems);
  const [factor] = insights.factors.groups;
  const times = insights.durations.find(({ kind }) => kind === 'mitigate');

  const row = (label: string, content: ReactNode) => (
    <div className={classes.row}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{content}</dd>
    </div>
  );
  return (
    <dl className={classes.root}>
      {row(
        t('insights.incidents.title'),
        <IncidentFigures
          incidents={insights.incidents}
          links={links}
          words={words}
          insightsPage={insightsPage}
        />,
      )}
      {times &&
        row(
          t(
            times.median === undefined
              ? 'insights.measure.mitigate'
              : 'entityInsights.medianToMitigate',
          ),
          <MitigationTime times={times} links={links} words={words} />,
        )}
      {row(
        t('insights.actionItems.title'),
        <div className={classes.counts}>
          {actionItems.overdue > 0 && (
            <Link to={links.overdueActionItems} className={classes.overdue}>
              <WarningIcon className={classes.icon} aria-hidden />
              {t('card.overdueActionItems', { count: actionItems.overdue })}
            </Link>
          )}
          {open > 0 ? (
            <Link to={links.openActionItems}>
              {t('card.openActionItems', { count: open })}
            </Link>
          ) : (
            t('entityInsights.noneOpen')
          )}
        </div>,
      )}
      {row(
        t('entityInsights.factor'),
        factor ? (
          <span className={classes.factor}>
            {t('entityInsights.recurs', {
              title: factor.title,
              postmortems: (
                <Link to={links.postmortems({ factor: [factor.title] })}>
                  {t('list.count', { count: factor.n })}
                </Link>
              ),
            })}
          </span>
        ) : (
          t('entityInsights.noFactor')
        ),
      )}
    </dl>
  );
}
