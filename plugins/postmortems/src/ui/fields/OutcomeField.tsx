import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { outcomeSchema } from 'backstage-plugin-postmortems-common';
import type { Outcome } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { outcomeKeys } from '../labels/keys';
import { RadioOptions } from './RadioOptions';
import { fieldColors } from './fieldColors';

const useStyles = makeStyles(theme => ({ root: fieldColors(theme) }));

/** Selects incident or false alarm. Both require a postmortem. */
export function OutcomeField(props: {
  value: Outcome;
  onChange: (value: Outcome) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <FormControl component="fieldset" className={classes.root}>
      <FormLabel component="legend">{t('fields.outcome')}</FormLabel>
      <RadioOptions
        row
        options={outcomeSchema.options.map(outcome => ({
          value: outcome,
          label: t(`outcome.${outcomeKeys[outcome]}`),
        }))}
        value={props.value}
        onChange={props.onChange}
      />
      <FormHelperText>{t('fields.outcomeHelp')}</FormHelperText>
    </FormControl>
  );
}
