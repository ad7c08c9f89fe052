import TrendingDownIcon from '@material-ui/icons/TrendingDown';
import TrendingFlatIcon from '@material-ui/icons/TrendingFlat';
import TrendingUpIcon from '@material-ui/icons/TrendingUp';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { subtleColor } from '../../ui/layout/subtleColor';
import type { Quarter } from './quarters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    ...theme.typography.body2,
    color: subtleColor(theme),
  },
}));

/** The change from the previous quarter, and the previous quarter's rate. */
export function Trend(props: {
  /** The change in percentage points; undefined if nothing was due in one of the quarters. */
  points?: number;
  before: Quarter;
}) {
  const { points, before } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [year, quarter] = before.key.split('-');
  const than = {
    quarter: `${quarter} ${year}`,
    percent: String(before.percent),
    met: String(before.met),
    due: String(before.due),
  };

  if (before.percent === undefined) {
    return (
      <span className={classes.root}>
        {t('team.trend.nothingBefore', than)}
      </span>
    );
  }
  if (points === undefined) {
    return <span className={classes.root}>{t('team.trend.before', than)}</span>;
  }
  const value = String(Math.abs(points));
  if (points > 0) {
    return (
      <span className={classes.root}>
        <TrendingUpIcon aria-hidden />
        {t('team.trend.better', { ...than, value })}
      </span>
    );
  }
  if (points < 0) {
    return (
      <span className={classes.root}>
        <TrendingDownIcon aria-hidden />
        {t('team.trend.worse', { ...than, value })}
      </span>
    );
  }
  return (
    <span className={classes.root}>
      <TrendingFlatIcon aria-hidden />
      {t('team.trend.same', than)}
    </span>
  );
}
