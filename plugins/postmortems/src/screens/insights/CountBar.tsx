import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../../ui/layout/subtleColor';
import { CountLink } from './CountLink';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '3ch 1fr',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontVariantNumeric: 'tabular-nums',
  },
  bar: {
    height: 10,
    minWidth: 2,
    borderRadius: 2,
    backgroundColor: subtleColor(theme),
    // Background colors aren't printed.
    '@media print': { border: '1px solid' },
  },
}));

/** A linked count with a bar, to compare rows. */
export function CountBar(props: { value: number; max: number; to: string }) {
  const { value, max, to } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <CountLink value={value} to={to} />
      <div
        aria-hidden
        className={classes.bar}
        style={{ width: `${(100 * value) / max}%` }}
      />
    </div>
  );
}
