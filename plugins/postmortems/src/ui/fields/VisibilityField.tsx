import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { visibilitySchema } from 'backstage-plugin-postmortems-common';
import type { Visibility } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { RadioOptions } from './RadioOptions';
import { fieldColors } from './fieldColors';

const useStyles = makeStyles(theme => ({ root: fieldColors(theme) }));

/** Selects internal or restricted. */
export function VisibilityField(props: {
  value: Visibility;
  onChange: (value: Visibility) => void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <FormControl
      component="fieldset"
      className={classes.root}
      error={Boolean(error)}
    >
      <FormLabel component="legend">{t('fields.visibility')}</FormLabel>
      <RadioOptions
        row
        options={visibilitySchema.options.map(visibility => ({
          value: visibility,
          label: t(`visibility.${visibility}`),
        }))}
        value={value}
        onChange={onChange}
      />
      <FormHelperText>{error ?? t('fields.visibilityHelp')}</FormHelperText>
    </FormControl>
  );
}
