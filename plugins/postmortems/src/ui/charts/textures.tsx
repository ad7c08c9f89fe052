import type { CSSProperties } from 'react';
import { INK } from './usePictureStyles';
import { makeStyles } from '@material-ui/core/styles';

/** How a series is filled. Textures tell series apart without color, also on paper. */
export interface SeriesLook {
  texture: 'solid' | 'stripes' | 'dots' | 'lines' | 'hollow';
  /** Color of the surface. */
  fill: string;
}

const SIZE = 6;

const useStyles = makeStyles({
  surface: { '@media print': { fill: 'var(--on-paper)' } },
  ink: { '@media print': { stroke: '#000', opacity: 1 } },
});

/** The order in which series get textures. */
export const textures = [
  'solid',
  'stripes',
  'dots',
  'lines',
  'hollow',
] as const;

const drawings = {
  solid: null,
  stripes: 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  dots: 'M3,2.5 v1',
  lines: 'M0,3 h6',
  hollow: null,
} as const;

function onPaper(look: SeriesLook): CSSProperties {
  const color = look.texture === 'solid' ? '#000' : '#fff';
  return { '--on-paper': color } as CSSProperties;
}

/** Defines a series' fill for `url(#id)`. */
export function Texture(props: { id: string; look: SeriesLook }) {
  const { id, look } = props;
  const classes = useStyles();
  const drawing = drawings[look.texture];
  return (
    <pattern id={id} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
      <rect
        width={SIZE}
        height={SIZE}
        fill={look.fill}
        className={classes.surface}
        style={onPaper(look)}
      />
      {drawing && (
        <path
          d={drawing}
          stroke={INK}
          strokeWidth={look.texture === 'dots' ? 2 : 1.25}
          opacity={0.75}
          className={classes.ink}
        />
      )}
    </pattern>
  );
}
