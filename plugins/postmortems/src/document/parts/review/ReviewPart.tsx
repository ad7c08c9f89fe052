import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { useFocusRing } from '../../../ui/focus/useFocusRing';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { DocumentPart } from '../../DocumentPart';
import { FrozenDocument } from '../../dialogs/FrozenDocument';
import { isEmptyPart } from '../../parts';
import { useDocument } from '../../useDocument';
import { ReviewButtons } from './ReviewButtons';
import { useMyReview } from './ReviewProvider';
import { ReviewerRow } from './ReviewerRow';
import { ReviewersDialog } from './ReviewersDialog';
import { reviewersOf } from './review';
import { useApprovalWords } from './useApprovalWords';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), padding: 0, listStyle: 'none' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** Reviewers, their reviews, and the reader's actions. */
export function ReviewPart() {
  const classes = useStyles();
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const { postmortem, canWrite } = useDocument();
  const { mayReview } = useMyReview();
  const approvals = useApprovalWords();
  const [asking, setAsking] = useState(false);
  const reviewers = reviewersOf(postmortem.review);
  const { reviewerRefs } = postmortem.review;

  if (isEmptyPart(postmortem, 'review') && !asking) return null;
  return (
    <DocumentPart partKey="review" level={3}>
      <Typography variant="body2">{approvals}</Typography>
      {reviewers.length > 0 ? (
        <ul className={classes.list}>
          {reviewers.map(reviewer => (
            <ReviewerRow key={reviewer.ref} reviewer={reviewer} />
          ))}
        </ul>
      ) : (
        <SubtleText>{t('review.none')}</SubtleText>
      )}
      <div className={classes.buttons}>
        {mayReview && <ReviewButtons />}
        {canWrite && (
          <Button
            size="small"
            color="primary"
            {...focusRing}
            onClick={() => setAsking(true)}
          >
            {t(reviewerRefs.length > 0 ? 'review.edit' : 'review.add')}
          </Button>
        )}
      </div>
      {asking && (
        <FrozenDocument>
          <ReviewersDialog onClose={() => setAsking(false)} />
        </FrozenDocument>
      )}
    </DocumentPart>
  );
}
