import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';

export function CheckboxField(props: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <FormControlLabel
      control={
        <Checkbox
          size="small"
          color="primary"
          checked={props.value}
          onChange={(_event, checked) => props.onChange(checked)}
        />
      }
      label={props.label}
    />
  );
}
