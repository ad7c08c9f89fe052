import type { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '../navigation/Link';
import { INK, usePictureStyles } from './usePictureStyles';
import { useWidth } from '../table/useWidth';

/** Width until the browser reports it, in pixels. */
const DEFAULT_WIDTH = 560;

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', breakInside: 'avoid' },
  picture: {
    display: 'block',
    width: '100%',
    // Keeps the aspect ratio on paper, which is narrower than most windows.
    height: 'auto',
    overflow: 'visible',
    '& text': {
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(12),
      fill: INK,
    },
  },
  mark: {
    position: 'absolute',
    borderRadius: 2,
    '&:hover': { boxShadow: `0 0 0 2px ${theme.palette.text.primary}` },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: 1,
    },
    '@media print': { display: 'none' },
  },
}));

/** An area of a chart that links to the list behind it. In pixels from the top left. */
export interface Mark {
  key: string;
  /** What the mark stands for: `March 2026, SEV-1: 3 incidents`. */
  label: string;
  to: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * A picture as wide as its container, with a link over each mark. The links are HTML, because the
 * framework's links don't work in SVG; they name the marks, so the picture itself is hidden from
 * screen readers.
 */
export function Plot(props: {
  /** Accessible name. */
  label: string;
  height: number;
  draw: (width: number) => { picture: ReactNode; marks: Mark[] };
}) {
  const { label, height, draw } = props;
  const classes = useStyles();
  const { colors } = usePictureStyles();
  const { ref, width = DEFAULT_WIDTH } = useWidth<HTMLDivElement>();
  const { picture, marks } = draw(width);
  return (
    <div ref={ref} role="group" aria-label={label} className={classes.root}>
      <svg
        aria-hidden
        className={`${classes.picture} ${colors}`}
        viewBox={`0 0 ${width} ${height}`}
      >
        {picture}
      </svg>
      {marks.map(mark => (
        <Tooltip
          key={mark.key}
          title={mark.label}
          TransitionProps={{ timeout: 0 }}
        >
          <Link
            to={mark.to}
            aria-label={mark.label}
            underline="none"
            className={classes.mark}
            style={{
              left: mark.left,
              top: mark.top,
              width: mark.width,
              height: mark.height,
            }}
          />
        </Tooltip>
      ))}
    </div>
  );
}
