import { useState } from 'react';
import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { RelativeTime } from '../../../ui/dates/RelativeTime';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { Card } from '../../deadline/Card';
import { FrozenDocument } from '../../dialogs/FrozenDocument';
import { StatusDialog } from '../../lifecycle/StatusDialog';
import { TRANSITIONS } from '../../lifecycle/lifecycle';
import { useDocument } from '../../useDocument';
import { ReviewButtons } from './ReviewButtons';
import { ReviewComment } from './ReviewComment';
import { useMyReview } from './ReviewProvider';
import { requestedChanges } from './review';
import { useApprovalWords } from './useApprovalWords';

const useStyles = makeStyles(theme => ({
  buttons: {
    marginTop: theme.spacing(1.5),
    '@media print': { display: 'none' },
  },
  request: { marginBottom: theme.spacing(1) },
}));

/** Tells readers what is expected of them in the review, or what effect their review had. */
export function ReviewNotice() {
  return (
    <div aria-live="polite">
      <Content />
    </div>
  );
}

function Content() {
  const { t } = useTexts();
  const { postmortem, canWrite } = useDocument();
  const { awaited, mine, given } = useMyReview();
  const approvals = useApprovalWords();
  const thanks = given !== undefined && given === mine?.verdict && !mine.stale;

  if (awaited) {
    return (
      <Notice title={t('review.requested.title')}>
        <Typography variant="body2">
          {t(
            mine ? `review.requested.${mine.verdict}` : 'review.requested.text',
          )}
        </Typography>
        <NoticeButtons>
          <ReviewButtons />
        </NoticeButtons>
      </Notice>
    );
  }
  if (thanks) {
    return (
      <Notice title={t(`review.${given}.thanks`)}>
        <SubtleText>
          {given === 'approve'
            ? approvals
            : t('review.request-changes.thanksText')}
        </SubtleText>
      </Notice>
    );
  }
  if (canWrite && requestedChanges(postmortem).length > 0) {
    return <RequestedChanges />;
  }
  return null;
}

/** The requested changes, shown to people who can make them. */
function RequestedChanges() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const [open, setOpen] = useState(false);
  const [again] = TRANSITIONS.draft;

  return (
    <Notice title={t('review.changesRequested')}>
      {requestedChanges(postmortem).map(review => (
        <Typography
          key={review.reviewerRef}
          variant="body2"
          component="div"
          className={classes.request}
        >
          <EntityRefLink entityRef={review.reviewerRef} hideIcon />{' '}
          <RelativeTime value={review.reviewedAt} />
          {review.comment && <ReviewComment text={review.comment} />}
        </Typography>
      ))}
      <NoticeButtons>
        <Button
          size="small"
          color="primary"
          variant="outlined"
          onClick={() => setOpen(true)}
        >
          {t('review.sendAgain')}
        </Button>
      </NoticeButtons>
      {open && (
        <FrozenDocument>
          <StatusDialog transition={again} onClose={() => setOpen(false)} />
        </FrozenDocument>
      )}
    </Notice>
  );
}

function Notice(props: { title: string; children: ReactNode }) {
  return (
    <Card label={props.title} title={<strong>{props.title}</strong>}>
      {props.children}
    </Card>
  );
}

function NoticeButtons(props: { children: ReactNode }) {
  return <div className={useStyles().buttons}>{props.children}</div>;
}
