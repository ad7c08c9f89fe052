import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/Lock';
import { useTexts } from '../../texts/useTexts';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { subtleColor } from '../layout/subtleColor';

const useStyles = makeStyles(theme => ({
  icon: {
    fontSize: '1em',
    marginRight: theme.spacing(0.5),
    verticalAlign: '-0.125em',
    color: subtleColor(theme),
  },
}));

/** A lock icon in front of a restricted postmortem's title. */
export function RestrictedLock() {
  const classes = useStyles();
  const { t } = useTexts();
  const restricted = t('visibility.restricted');
  return (
    <span title={restricted}>
      <LockIcon className={classes.icon} aria-hidden />
      <VisuallyHidden>{`${restricted} `}</VisuallyHidden>
    </span>
  );
}
