import MuiButton from '@material-ui/core/Button';
import { withStyles } from '@material-ui/core/styles';

/** A button without upper-case text, like the framework's own. Not printed. */
export const Button = withStyles({
  root: { textTransform: 'none', '@media print': { display: 'none' } },
})(MuiButton) as typeof MuiButton;

/** Styles for a button whose text is content. It is printed as plain text. */
export const printedAsText = {
  '@media print': {
    '&&': { display: 'inline-flex', border: 'none', padding: 0, margin: 0 },
    '& .MuiButton-endIcon': { display: 'none' },
  },
} as const;
