import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';

/** Radio buttons for a few options. */
export function RadioOptions<V extends string>(props: {
  options: { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  row?: boolean;
  'aria-label'?: string;
}) {
  const { options, value, onChange, row } = props;
  return (
    <RadioGroup
      row={row}
      aria-label={props['aria-label']}
      value={value}
      onChange={(_event, chosen) => onChange(chosen as V)}
    >
      {options.map(option => (
        <FormControlLabel
          key={option.value}
          value={option.value}
          control={<Radio size="small" color="primary" />}
          label={option.label}
        />
      ))}
    </RadioGroup>
  );
}
