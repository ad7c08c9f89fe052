import { Button } from '../controls/Button';
import { useFilterButtonStyles } from './FilterButton';

/** An on/off filter. */
export function ToggleFilter(props: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  const { label, on, onChange } = props;
  const classes = useFilterButtonStyles();
  return (
    <Button
      size="small"
      variant="outlined"
      className={`${classes.button} ${on ? classes.active : ''}`}
      aria-pressed={on}
      onClick={() => onChange(!on)}
    >
      {label}
    </Button>
  );
}
