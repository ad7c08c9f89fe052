import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { subtleColor } from '../layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    maxWidth: '100%',
    overflowX: 'auto',
    '@media print': { display: 'none' },
  },
  button: {
    textTransform: 'none',
    whiteSpace: 'nowrap',
    padding: theme.spacing(0.5, 1.25),
    color: subtleColor(theme),
    backgroundColor: theme.palette.background.paper,
    '&.Mui-selected': { color: theme.palette.text.primary, fontWeight: 600 },
  },
}));

/** A toggle between a few choices, such as groupings. */
export function GroupBySwitch<V extends string>(props: {
  options: { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  /** Accessible name. Default: "Group by". */
  label?: string;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      className={classes.root}
      value={props.value}
      // Clicking the selected value reports null. Keep the selection.
      onChange={(_event, value) => value && props.onChange(value)}
      aria-label={props.label ?? t('compliance.groupBy')}
    >
      {props.options.map(({ value, label }) => (
        <ToggleButton key={value} value={value} className={classes.button}>
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
