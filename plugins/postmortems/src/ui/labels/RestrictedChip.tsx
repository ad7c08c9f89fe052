import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/Lock';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../feedback/Hint';

const useStyles = makeStyles({
  chip: { margin: 0, cursor: 'inherit', verticalAlign: 'middle' },
});

/** Marks a restricted postmortem and explains who can see it. */
export function RestrictedChip() {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <Hint title={t('visibility.restrictedHint')}>
      <Chip
        component="span"
        size="small"
        variant="outlined"
        icon={<LockIcon />}
        label={t('visibility.restricted')}
        className={classes.chip}
      />
    </Hint>
  );
}
