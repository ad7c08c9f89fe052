import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { useMyReview } from './ReviewProvider';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** Approve and "request changes" buttons. */
export function ReviewButtons() {
  const classes = useStyles();
  const { t } = useTexts();
  const { mine, open } = useMyReview();
  const approved = mine?.verdict === 'approve' && !mine.stale;

  return (
    <div className={classes.root}>
      {!approved && (
        <Button
          size="small"
          color="primary"
          variant="contained"
          onClick={() => open('approve')}
        >
          {t('review.approve.action')}
        </Button>
      )}
      <Button
        size="small"
        color="primary"
        variant="outlined"
        onClick={() => open('request-changes')}
      >
        {t('review.request-changes.action')}
      </Button>
    </div>
  );
}
