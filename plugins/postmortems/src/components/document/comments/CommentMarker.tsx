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

import ButtonBase from '@material-ui/core/ButtonBase';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CommentIcon from '@material-ui/icons/ChatBubbleOutline';
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';
import { QUIET_MARKER } from './quietMarker';
import { useComments } from './useComments';
import { usePartTitle } from './usePartTitle';

const useStyles = makeStyles(theme => ({
  root: {
    flexShrink: 0,
    gap: theme.spacing(0.5),
    minWidth: 26,
    height: 26,
    padding: theme.spacing(0, 0.5),
    borderRadius: 13,
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
    color: subtleColor(theme),
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      opacity: 1,
      outline: `2px solid ${theme.palette.primary.main}`,
    },
    '@media print': { display: 'none' },
  },
  some: {
    padding: theme.spacing(0, 1),
    fontWeight: 600,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.action.selected,
  },
  // After what else there is to do, for which it would leave a gap.
  quiet: { order: 2, opacity: 0, '@media (hover: none)': { opacity: 0.6 } },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** Beside a part of the page: how many comments on it are open, and the way to them. */
export function CommentMarker(props: { anchor: CommentAnchor }) {
  const { anchor } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { canComment, countOpen, open } = useComments();
  const part = usePartTitle()(anchor);
  const count = countOpen(anchor);

  if (count === 0 && !canComment) return null;
  const label =
    count > 0
      ? t('comments.openOn', { count, part })
      : t('comments.on', { part });
  return (
    <Tooltip title={label}>
      <ButtonBase
        className={[
          classes.root,
          count > 0 ? classes.some : `${classes.quiet} ${QUIET_MARKER}`,
        ].join(' ')}
        disableRipple
        aria-label={label}
        onClick={() => open({ kind: 'part', anchor })}
      >
        <CommentIcon className={classes.icon} />
        {count > 0 && count}
      </ButtonBase>
    </Tooltip>
  );
}
