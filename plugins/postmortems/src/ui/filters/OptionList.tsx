import type { ReactNode } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  label: {
    ...theme.typography.body2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  checkbox: { padding: theme.spacing(0.5), marginLeft: theme.spacing(0.5) },
}));

/** A filter value with its label. */
export interface Option {
  value: string;
  label: ReactNode;
}

/** Checkboxes for values. A match needs any of the selected values. */
export function OptionList(props: {
  options: Option[];
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { options, selected, onChange } = props;
  const classes = useStyles();

  return (
    <FormGroup>
      {options.map(({ value, label }) => (
        <FormControlLabel
          key={value}
          classes={{ label: classes.label }}
          control={
            <Checkbox
              size="small"
              color="primary"
              className={classes.checkbox}
              checked={selected.includes(value)}
              onChange={(_event, checked) =>
                onChange(
                  checked
                    ? [...selected, value]
                    : selected.filter(each => each !== value),
                )
              }
            />
          }
          label={label}
        />
      ))}
    </FormGroup>
  );
}
