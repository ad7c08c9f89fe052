import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../layout/subtleColor';

/** Width of the checkbox column. */
export const SELECT_WIDTH = 44;

export const useTableStyles = makeStyles(theme => ({
  table: { tableLayout: 'fixed' },
  cell: {
    padding: theme.spacing(0.75, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    '&:first-child': { paddingLeft: theme.spacing(2) },
    // Keeps focused controls from being hidden by the sticky header.
    '& a, & button, & input': { scrollMarginTop: theme.spacing(6) },
  },
  head: {
    ...theme.typography.caption,
    lineHeight: 1.25,
    verticalAlign: 'bottom',
    // Headers wrap; only cells are truncated.
    whiteSpace: 'normal',
    textOverflow: 'clip',
    hyphens: 'auto',
    textTransform: 'none',
    color: subtleColor(theme),
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: theme.palette.background.paper,
  },
  sortIcon: { fontSize: 14, margin: theme.spacing(0, 0.25) },
  // Takes up no space in the header while hidden.
  idleSortIcon: { position: 'absolute', left: '100%' },
  select: {
    '@media print': { display: 'none' },
    width: SELECT_WIDTH,
    padding: 0,
    verticalAlign: 'top',
    '&:first-child': { paddingLeft: theme.spacing(1) },
  },
  wrap: { whiteSpace: 'normal', '--title-lines': 'none' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(0.5),
  },
  stale: { opacity: 0.5, transition: 'opacity 200ms 200ms' },
}));
