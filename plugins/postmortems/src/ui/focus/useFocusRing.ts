import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  // Inset, because table cells clip what overflows.
  ring: { outline: '2px solid', outlineOffset: -2 },
});

/**
 * Shows focus with an outline instead of Material UI's ripple, which fails when focus moves to a
 * button that has just appeared.
 */
export function useFocusRing() {
  return {
    // Also the class of sortable column heads.
    focusRipple: false,
    focusVisibleClassName: useStyles().ring,
  };
}
