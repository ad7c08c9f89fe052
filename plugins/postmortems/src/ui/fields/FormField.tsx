import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import type { OutlinedTextFieldProps } from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { TextLimit } from 'backstage-plugin-postmortems-common';
import { fieldColors } from './fieldColors';
import { useTextLimit } from './textLimits';

const useStyles = makeStyles(theme => ({ root: fieldColors(theme) }));

let fields = 0;

/** An outlined form field. An error replaces its help text. */
export function FormField(
  props: Omit<OutlinedTextFieldProps, 'variant' | 'error'> & {
    error?: string;
    /** The maximum length. Longer text is kept but can't be saved. */
    limit?: TextLimit;
    /** `maxLength` isn't allowed, because it silently cuts pasted text. */
    inputProps?: OutlinedTextFieldProps['inputProps'] & { maxLength?: never };
  },
) {
  const { error, helperText, limit, className = '', ...others } = props;
  const classes = useStyles();
  const [id] = useState(() => `postmortem-field-${++fields}`);
  const text = String(props.value ?? props.inputProps?.value ?? '');
  const length = useTextLimit(limit, text);
  const shownError = length.error ?? error;
  const help = length.counter ? (
    <>
      {helperText} {length.counter}
    </>
  ) : (
    helperText
  );
  return (
    <TextField
      id={id}
      {...others}
      className={`${classes.root} ${className}`}
      error={Boolean(shownError)}
      helperText={shownError ?? help}
      fullWidth
      variant="outlined"
      size="small"
    />
  );
}
