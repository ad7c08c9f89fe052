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

import { useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';
import { elementIdOf } from './threads';
import type { Thread } from './threads';
import { useComments } from './useComments';
import { usePartTitle } from './usePartTitle';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  target: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
  title: {
    margin: 0,
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // Where the keyboard goes on from; the bar beside it shows that it is meant.
    '&:focus': { outline: 'none' },
    '& a': { color: 'inherit' },
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  add: {
    minWidth: 0,
    padding: theme.spacing(0, 0.5),
    marginLeft: theme.spacing(-0.5),
    textTransform: 'none',
  },
}));

/** What is said about one part of the postmortem, and the place to say more. */
export function CommentThread(props: {
  thread: Thread;
  canAdd: boolean;
  /** Called when the page goes to the part, where that is behind the comments. */
  onFollow?: () => void;
}) {
  const { thread, canAdd, onFollow } = props;
  const { anchor, comments } = thread;
  const classes = useStyles();
  const { t } = useTexts();
  const { target } = useComments();
  const title = usePartTitle()(anchor);
  const [writing, setWriting] = useState(false);
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focusHeading = () => heading.current?.focus();

  const isTarget = target?.kind === 'part' && target.anchor === anchor;
  const isFirst = comments.length === 0;
  useEffect(() => {
    if (!isTarget) return;
    root.current?.scrollIntoView?.({ block: 'nearest' });
    // What is said already is read before it is answered.
    if (isFirst && canAdd) setWriting(true);
    else heading.current?.focus();
    // Only when it is asked for, not when the first comment is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isTarget, target]);

  return (
    <section
      ref={root}
      className={`${classes.root} ${isTarget ? classes.target : ''}`}
      aria-label={title}
    >
      <Typography
        ref={heading}
        variant="body2"
        component="h4"
        tabIndex={-1}
        className={classes.title}
        title={title}
      >
        {anchor ? (
          // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
          <a href={`#${elementIdOf(anchor)}`} onClick={onFollow}>
            {title}
          </a>
        ) : (
          title
        )}
      </Typography>
      <ul className={classes.list}>
        {comments.map(comment => (
          <CommentItem
            key={comment.id}
            comment={comment}
            onGone={focusHeading}
          />
        ))}
      </ul>
      {canAdd && writing && (
        <CommentForm
          anchor={anchor}
          onClose={() => {
            setWriting(false);
            focusHeading();
          }}
        />
      )}
      {canAdd && !writing && (
        <Button
          size="small"
          color="primary"
          className={classes.add}
          aria-label={t('comments.addTo', { part: title })}
          onClick={() => setWriting(true)}
        >
          {t('comments.add')}
        </Button>
      )}
    </section>
  );
}
