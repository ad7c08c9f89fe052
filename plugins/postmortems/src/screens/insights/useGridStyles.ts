import { makeStyles } from '@material-ui/core/styles';

/** A grid of blocks: as many columns as fit, each at least 440 px wide. */
export const useGridStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 440px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'stretch',
    '@media print': { display: 'block', '& > *': { marginBottom: 16 } },
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
}));
