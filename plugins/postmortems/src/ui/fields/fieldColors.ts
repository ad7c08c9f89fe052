import type { Theme } from '@material-ui/core/styles';
import { statusColors } from '../labels/statusColors';
import { subtleColor } from '../layout/subtleColor';

/**
 * Colors for labels, help and errors, with a contrast of 4.5 on page and paper. Material UI's own
 * colors have less.
 */
export function fieldColors(theme: Theme) {
  const error = statusColors(theme.palette.type).overdue;
  return {
    '& .MuiFormLabel-root:not(.Mui-error):not(.Mui-focused)': {
      color: subtleColor(theme),
    },
    '& .MuiFormHelperText-root:not(.Mui-error)': { color: subtleColor(theme) },
    '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
      color: error,
    },
    '& .Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: error },
  };
}
