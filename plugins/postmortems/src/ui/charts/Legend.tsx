import { useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Texture } from './textures';
import { INK, usePictureStyles } from './usePictureStyles';
import type { SeriesLook } from './textures';

export const useLegendStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(0, 0, 1),
    padding: 0,
    listStyle: 'none',
    ...theme.typography.caption,
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) },
}));

/** A series with its name. */
export interface Series {
  key: string;
  label: string;
  look: SeriesLook;
}

function Swatch(props: { look: SeriesLook }) {
  const id = useId().replace(/:/g, '');
  const { colors } = usePictureStyles();
  return (
    <svg width={14} height={14} aria-hidden className={colors}>
      <Texture id={id} look={props.look} />
      <rect
        x={0.5}
        y={0.5}
        width={13}
        height={13}
        fill={`url(#${id})`}
        stroke={INK}
      />
    </svg>
  );
}

/** The names of series with their fills. */
export function Legend(props: { series: Series[] }) {
  const classes = useLegendStyles();
  return (
    <ul className={classes.root}>
      {props.series.map(({ key, label, look }) => (
        <li key={key} className={classes.item}>
          <Swatch look={look} />
          {label}
        </li>
      ))}
    </ul>
  );
}
