import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import { useTexts } from '../../texts/useTexts';

const useStyles = makeStyles({
  root: { '@media print': { display: 'none' } },
});

/** Toggles whether to include the work of sub-teams. */
export function SubTeamsSwitch(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <FormControlLabel
      className={classes.root}
      label={t('team.subTeamsSwitch')}
      control={
        <Switch
          size="small"
          color="primary"
          checked={props.checked}
          onChange={(_event, checked) => props.onChange(checked)}
        />
      }
    />
  );
}
