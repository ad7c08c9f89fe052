/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Review } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { RelativeTime, statusColors, subtleColor } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import type { Reviewer } from '../model/review';
import { ReviewComment } from './ReviewComment';

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

/** What one reviewer said, when, and whether it counts; or that they are awaited. */
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
              <Doubt review={review} />
            </span>
            {review.comment && <ReviewComment text={review.comment} />}
          </>
        ) : (
          <>
            {person}{' '}
            <span className={classes.subtle}>
              {t(
                parseEntityRef(ref).kind === 'group'
                  ? 'review.awaitedGroup'
                  : 'review.awaited',
              )}
            </span>
          </>
        )}
      </div>
    </Typography>
  );
}

/** Why a review does not count, or is not of what stands there now. */
function Doubt(props: { review: Review }) {
  const { reviewerRef, verdict, stale } = props.review;
  const { t } = useTexts();
  const { ownerRef } = useDocument().postmortem;

  if (verdict === 'approve' && reviewerRef === ownerRef) {
    return <> · {t('review.own')}</>;
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
      className={`${classes.icon} ${review.stale ? '' : classes.changes}`}
    />
  );
}
