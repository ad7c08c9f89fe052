import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  '@global': {
    '[class*="bui-PluginHeaderTabsWrapper"]': {
      overflowX: 'auto',
      overflowY: 'hidden',
    },
  },
});

/** Makes the framework's tabs scroll if they don't fit, instead of the whole page. */
export function HeaderStyles() {
  useStyles();
  return null;
}
