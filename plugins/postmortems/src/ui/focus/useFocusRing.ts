import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  // Inset, because table cells clip overflow.
  ring: { outline: '2px solid', outlineOffset: -2 },
});

/**
 * Shows focus with an outline instead of Material UI's ripple, which doesn't appear when focus
 * moves to a button that has just been rendered.
 */
export function useFocusRing() {
  return {
    focusRipple: false,
    // Sortable column headers get this class too.
    focusVisibleClassName: useStyles().ring,
  };
}
