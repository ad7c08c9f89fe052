import { FormField } from './FormField';
import { focusOnMount } from './focusOnMount';
import { fromLocalInput, toLocalInput } from './localTime';

/** A date and time in the viewer's time zone. */
export function TimeField(props: {
  label: string;
  value?: string;
  onChange: (value: string | undefined) => void;
  error?: string;
  helperText?: string;
  required?: boolean;
  disabled?: boolean;
  initialFocus?: boolean;
}) {
  const { label, value, onChange, error, helperText } = props;
  return (
    <FormField
      type="datetime-local"
      label={label}
      value={toLocalInput(value)}
      onChange={event => onChange(fromLocalInput(event.target.value))}
      error={error}
      helperText={helperText}
      required={props.required}
      disabled={props.disabled}
      inputRef={props.initialFocus ? focusOnMount : undefined}
      InputLabelProps={{ shrink: true }}
    />
  );
}
