import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  '@global': {
    '[class*="bui-PluginHeaderTabsWrapper"]': {
      overflowX: 'auto',
      overflowY: 'hidden',
    },
  },
});

/** Scrolls the framework's tabs where there is no room for them, rather than the page. */
export function HeaderStyles() {
  useStyles();
  return null;
}
