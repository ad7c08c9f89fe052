import { makeStyles } from '@material-ui/core/styles';

/** Two columns of blocks, or one where there is no room. */
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
