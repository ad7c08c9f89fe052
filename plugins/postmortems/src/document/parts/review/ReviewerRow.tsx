import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Review } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import { RelativeTime } from '../../../ui/dates/RelativeTime';
import { statusColors } from '../../../ui/labels/statusColors';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { RequestState } from './RequestState';
import { ReviewComment } from './ReviewComment';
import type { Reviewer } from './review';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.75, 0),
  },
  icon: {
    fontSize: theme.typography.pxToRem(20),
    color: subtleColor(theme),
  },
  counts: { color: statusColors(theme.palette.type).met },
  changes: { color: statusColors(theme.palette.type).dueSoon },
  subtle: { color: subtleColor(theme) },
}));

/** A reviewer's decision, its time and whether it counts, or "pending". */
export function ReviewerRow(props: { reviewer: Reviewer }) {
  const { ref, review } = props.reviewer;
  const classes = useStyles();
  const { t } = useTexts();
  const person = <EntityRefLink entityRef={ref} hideIcon />;

  return (
    <Typography variant="body2" component="li" className={classes.root}>
      <ReviewIcon review={review} />
      <div>
        {review ? (
          <>
            {t(`review.${review.verdict}.done`, { person })}{' '}
            <span className={classes.subtle}>
              <RelativeTime value={review.reviewedAt} />
              <ReviewCaveat review={review} />
            </span>
            {review.comment && <ReviewComment text={review.comment} />}
            <RequestState review={review} />
          </>
        ) : (
          <>
            {person}{' '}
            <span className={classes.subtle}>
              {t(
                parseEntityRef(ref).kind === 'group'
                  ? 'review.pendingGroup'
                  : 'review.pending',
              )}
            </span>
          </>
        )}
      </div>
    </Typography>
  );
}

/** Why a review doesn't count or is outdated. */
function ReviewCaveat(props: { review: Review }) {
  const { verdict, counts, stale, dependence } = props.review;
  const { t } = useTexts();

  if (verdict === 'approve' && !counts && dependence) {
    return <> · {t(`review.doesNotCount.${dependence}`)}</>;
  }
  if (!stale) return null;
  return (
    <>
      {' · '}
      {t(verdict === 'approve' ? 'review.staleApproval' : 'review.stale')}
    </>
  );
}

function ReviewIcon(props: { review?: Review }) {
  const { review } = props;
  const classes = useStyles();
  if (!review) return <ScheduleIcon className={classes.icon} />;
  return review.verdict === 'approve' ? (
    <CheckCircleIcon
      className={`${classes.icon} ${review.counts ? classes.counts : ''}`}
    />
  ) : (
    <ErrorOutlineIcon
      className={`${classes.icon} ${review.blocks ? classes.changes : ''}`}
    />
  );
}
