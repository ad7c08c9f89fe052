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
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import { SubtleText, useFocusRing } from '../../shared';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { useDocument } from '../hooks/useDocument';
import { isEmptyPart } from '../model/outline';
import { reviewersOf } from '../model/review';
import { DocumentPart } from '../sections/DocumentPart';
import { ReviewButtons } from './ReviewButtons';
import { ReviewerRow } from './ReviewerRow';
import { ReviewersDialog } from './ReviewersDialog';
import { useMyReview } from './ReviewProvider';
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

/** How far the review is: who is asked, who said what, and what the reader can do about it. */
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

  if (isEmptyPart(postmortem, 'review')) return null;
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
        <SubtleText>{t('review.nobodyAsked')}</SubtleText>
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
            {t(reviewerRefs.length > 0 ? 'review.change' : 'review.ask')}
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
