import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { complianceQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { dueStatuses } from '../../ui/charts/rate';
import { useNow } from '../../ui/dates/useNow';
import { periodRange } from '../../ui/filters/days';
import { toApiFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { Figure } from '../entity/Figure';
import { PanelError } from '../work/PanelError';
import { linkTo } from '../work/links';
import { Trend } from './Trend';
import { recentQuarters, startOfQuarters } from './quarters';
import type { Quarter } from './quarters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(2),
  },
}));

/**
 * On-time rates for the last and the current quarter, with the change from the quarter before the
 * last.
 */
export function Quarters(props: { team: UrlFilter }) {
  const { team } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const now = useNow();
  const query = toApiFilter({ ...team, startedAfter: startOfQuarters(now) });
  const { value, error, retry } = useLoaded(
    complianceQueries.report({ groupBy: 'quarter', ...query }),
  );

  if (error) return <PanelError error={error} retry={retry} />;
  if (!value) {
    return (
      <div className={classes.root} aria-hidden>
        <Skeleton variant="rect" width={190} height={63} />
        <Skeleton variant="rect" width={190} height={63} />
      </div>
    );
  }

  const { running, last, before, trend } = recentQuarters(value, now);

  function figure(quarter: Quarter, when: string) {
    const { key, percent, met, due } = quarter;
    if (percent === undefined) {
      return <Figure value="–" label={t('team.nothingDue', { when })} />;
    }
    return (
      <Figure
        value={t('figures.percent', { percent: String(percent) })}
        label={t('team.onTime', { when, met: String(met), due: String(due) })}
        to={linkTo(`${root}/all`, {
          ...team,
          ...periodRange(key),
          complianceStatus: dueStatuses,
        })}
      />
    );
  }

  return (
    <div className={classes.root}>
      {figure(last, quarterName(last))}
      {(last.due > 0 || before.due > 0) && (
        <Trend points={trend} before={before} />
      )}
      {figure(running, t('team.soFar', { quarter: quarterName(running) }))}
    </div>
  );
}

/** Formats a key such as `2026-Q3`. */
function quarterName({ key }: Quarter): string {
  const [year, quarter] = key.split('-');
  return `${quarter} ${year}`;
}
