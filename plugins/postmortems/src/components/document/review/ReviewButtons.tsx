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

import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import { useMyReview } from './ReviewProvider';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** What a reviewer can say. */
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
