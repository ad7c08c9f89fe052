import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CommentIcon from '@material-ui/icons/ChatBubbleOutline';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useComments } from './useComments';

const useStyles = makeStyles(theme => ({
  root: {
    minWidth: 0,
    padding: theme.spacing(0.5),
    gap: theme.spacing(0.75),
  },
  icon: { color: theme.palette.action.active },
}));

/** Opens the panel with all comments. Shows the number of open ones. */
export function CommentsButton() {
  const classes = useStyles();
  const { t } = useTexts();
  const { countOpen, target, open, close } = useComments();
  const count = countOpen();
  const label = count > 0 ? t('comments.open', { count }) : t('comments.none');
  return (
    <Tooltip title={label}>
      <Button
        className={classes.root}
        aria-label={label}
        aria-expanded={target !== undefined}
        onClick={() => (target ? close() : open({ kind: 'all' }))}
      >
        <CommentIcon className={classes.icon} />
        {count > 0 && count}
      </Button>
    </Tooltip>
  );
}
