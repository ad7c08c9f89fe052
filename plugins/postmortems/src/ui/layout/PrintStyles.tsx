import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  '@global': {
    '@media print': {
      'html, body': { colorScheme: 'light' },
      'html, body, body *': {
        color: '#000 !important',
        backgroundColor: 'transparent !important',
        borderColor: '#888 !important',
        boxShadow: 'none !important',
      },
      // A chip's outline is only its background, which isn't printed.
      '.MuiChip-root': { border: '1px solid' },
      'nav, [role="tablist"], [class*="bui-PluginHeader"], [class*="bui-Button"]':
        { display: 'none !important' },
      'h1, h2, h3, h4, h5, h6': { breakAfter: 'avoid' },
    },
  },
});

/**
 * Prints the page in black on white, whatever the theme, without the surrounding portal. Meaning
 * never depends on color, and browsers don't print backgrounds.
 */
export function PrintStyles() {
  useStyles();
  return null;
}
