import { makeStyles } from '@material-ui/core/styles';

/** Fill of hollow shapes: the color of the surface that they are drawn on. */
export const PAPER = 'var(--paper)';

/** Color of lines, outlines and texts. */
export const INK = 'currentColor';

/** The colors of a chart: those of the theme on screens, black on white on paper. */
export const usePictureStyles = makeStyles(theme => ({
  colors: {
    color: theme.palette.text.primary,
    '--paper': theme.palette.background.paper,
    '@media print': { color: '#000', '--paper': '#fff' },
  },
}));
