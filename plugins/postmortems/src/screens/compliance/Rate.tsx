import { makeStyles } from '@material-ui/core/styles';
import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { percentOnTime } from '../../ui/charts/rate';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';

const useStyles = makeStyles(theme => ({
  none: { color: subtleColor(theme) },
  percent: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  bar: {
    height: 4,
    marginTop: 2,
    borderRadius: 2,
    backgroundColor: theme.palette.action.selected,
  },
  filled: {
    height: '100%',
    borderRadius: 2,
    backgroundColor: subtleColor(theme),
  },
}));

/** The on-time rate, with its fraction, its exceptions and a bar. */
export function Rate(props: {
  figures: ComplianceFigures;
  to: string;
  /** Link to the list of postmortems with exceptions. */
  exceptionsTo: string;
}) {
  const { figures, to, exceptionsTo } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const percent = percentOnTime(figures);

  if (percent === undefined) {
    return <span className={classes.none}>{t('figures.nothingDue')}</span>;
  }
  return (
    <>
      <Link to={to}>
        <span className={classes.percent}>
          {t('figures.percent', { percent: String(percent) })}
        </span>{' '}
        {t('figures.fraction', {
          met: String(figures.counts.met),
          due: String(figures.due),
        })}
      </Link>
      {figures.byException > 0 && (
        <>
          {', '}
          <Link to={exceptionsTo}>
            {t('figures.byException', { count: figures.byException })}
          </Link>
        </>
      )}
      <div className={classes.bar} aria-hidden>
        <div className={classes.filled} style={{ width: `${percent}%` }} />
      </div>
    </>
  );
}
