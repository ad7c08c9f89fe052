import { DateTime } from 'luxon';
import { inZone, withPlace } from '../dates/zones';
import { FormField } from './FormField';
import { focusOnMount } from './focusOnMount';
import { endOfDate, toDate } from './localTime';

/** A due date in `zone`, which is named if it isn't the viewer's time zone. */
export function DateField(props: {
  label: string;
  value?: string;
  /** Default: the viewer's time zone. */
  zone?: string;
  onChange: (value: string | undefined) => void;
  /**
   * Existing times to preserve: entering the same day keeps the exact time instead of the end of
   * the day.
   */
  known?: Array<string | undefined>;
  error?: string;
  helperText?: string;
  required?: boolean;
  initialFocus?: boolean;
}) {
  const { label, value, zone, onChange, known, error, helperText } = props;
  const now = DateTime.local();
  return (
    <FormField
      type="date"
      label={withPlace(label, value ? inZone(value, zone) : now.setZone(zone))}
      value={toDate(value, zone)}
      onChange={event => onChange(endOfDate(event.target.value, zone, known))}
      error={error}
      helperText={helperText}
      required={props.required}
      inputRef={props.initialFocus ? focusOnMount : undefined}
      InputLabelProps={{ shrink: true }}
    />
  );
}
