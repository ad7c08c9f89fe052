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
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CommentIcon from '@material-ui/icons/ChatBubbleOutline';
import { useTexts } from '../../../translation';
import { useComments } from './useComments';

const useStyles = makeStyles(theme => ({
  root: {
    minWidth: 0,
    padding: theme.spacing(0.5),
    gap: theme.spacing(0.75),
  },
  icon: { color: theme.palette.action.active },
}));

/** In the header: how many comments are open, and the way to all of them. */
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
