import type { ReactNode } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import { FormField } from './FormField';

/** A dropdown with a label, help text and error. */
export function SelectField<V extends string>(props: {
  label: string;
  options: { value: V; label: ReactNode; title?: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
  helperText?: ReactNode;
  error?: string;
  required?: boolean;
}) {
  const { options, onChange, ...field } = props;
  return (
    <FormField
      select
      {...field}
      onChange={event => onChange(event.target.value as V)}
    >
      {options.map(({ value, label, title }) => (
        <MenuItem key={value} value={value} title={title}>
          {label}
        </MenuItem>
      ))}
    </FormField>
  );
}
