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

import { useState } from 'react';
import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../../translation';
import { RelativeTime, SubtleText } from '../../shared';
import { Card } from '../deadline/Card';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { StatusDialog } from '../dialogs/StatusDialog';
import { useDocument } from '../hooks/useDocument';
import { TRANSITIONS } from '../model/lifecycle';
import { requestedChanges } from '../model/review';
import { ReviewButtons } from './ReviewButtons';
import { ReviewComment } from './ReviewComment';
import { useMyReview } from './ReviewProvider';
import { useApprovalWords } from './useApprovalWords';

const useStyles = makeStyles(theme => ({
  buttons: {
    marginTop: theme.spacing(1.5),
    '@media print': { display: 'none' },
  },
  request: { marginBottom: theme.spacing(1) },
}));

/** Tells the reader what the review wants of them, or what their word in it has done. */
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
      <Notice title={t('review.asked.title')}>
        <Typography variant="body2">
          {t(mine ? `review.asked.${mine.verdict}` : 'review.asked.text')}
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

/** What has to change, for those who can change it. */
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
