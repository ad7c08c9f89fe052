import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../layout/subtleColor';

const STEP = 10;
const GAP = 3;
const HEIGHT = 32;
/** Height of the mark for zero, so that empty columns can be counted. */
const ZERO = 1;

const useStyles = makeStyles(theme => ({
  root: { display: 'block', color: subtleColor(theme) },
}));

/**
 * Columns without axes, for the shape of a series at a glance. Hidden from assistive technology, so
 * state the values in text. Drawn without the chart library, which pages of the catalog don't load.
 */
export function Sparkline(props: {
  columns: { key: string; value: number; label: string }[];
}) {
  const { columns } = props;
  const classes = useStyles();
  const max = Math.max(1, ...columns.map(({ value }) => value));
  const width = columns.length * STEP - GAP;

  return (
    <svg
      aria-hidden
      className={classes.root}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
    >
      {columns.map(({ key, value, label }, index) => {
        const height = Math.max(ZERO, (HEIGHT * value) / max);
        return (
          <g key={key}>
            <title>{label}</title>
            <rect
              x={index * STEP}
              width={STEP - GAP}
              height={HEIGHT}
              fill="transparent"
            />
            <rect
              x={index * STEP}
              y={HEIGHT - height}
              width={STEP - GAP}
              height={height}
              fill="currentColor"
            />
          </g>
        );
      })}
    </svg>
  );
}
