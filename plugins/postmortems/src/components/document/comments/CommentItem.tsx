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
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import type { Comment } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { RelativeTime, errorText, subtleColor } from '../../shared';
import { useCurrentUser } from '../fields/useCurrentUser';
import { useDocument } from '../hooks/useDocument';
import { ItemActions } from '../items/ItemActions';
import { useRemoveItem } from '../items/useRemoveItem';
import { SectionText } from '../sections/SectionText';
import { CommentForm } from './CommentForm';
import { useComments } from './useComments';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    scrollMarginTop: theme.spacing(8),
    borderRadius: theme.shape.borderRadius,
    // It is focused by a link to it, and then flashes.
    '&:focus': { outline: 'none' },
  },
  '@keyframes flash': {
    '0%, 40%': { backgroundColor: theme.palette.action.selected },
    '100%': { backgroundColor: 'transparent' },
  },
  linked: { animation: '$flash 4s ease-out' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    minHeight: 28,
  },
  author: { fontWeight: 600 },
  subtle: { color: subtleColor(theme) },
  space: { flex: 1 },
  text: {
    '&& > *': { ...theme.typography.body2, lineHeight: 1.5 },
    '& ul': { listStyleType: 'disc' },
  },
  settle: {
    minWidth: 0,
    padding: theme.spacing(0, 0.5),
    marginLeft: theme.spacing(-0.5),
    textTransform: 'none',
  },
}));

/** What somebody said, with what can be done about it. */
export function CommentItem(props: {
  comment: Comment;
  /** Called once it is among the others no more. */
  onGone: () => void;
}) {
  const { comment, onGone } = props;
  const { id: itemId, authorRef, resolvedAt, resolvedBy } = comment;
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem, canDelete } = useDocument();
  const { canComment, target, show, hide } = useComments();
  const isMine = useCurrentUser() === authorRef;
  const author = useEntityPresentation(authorRef).primaryTitle;
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const root = useRef<HTMLLIElement>(null);
  const params = { id: postmortem.id, itemId };
  const name = t('comments.name', { author });

  const isLinked = target?.kind === 'comment' && target.id === itemId;
  useEffect(() => {
    if (!isLinked) return;
    root.current?.scrollIntoView?.({ block: 'center' });
    root.current?.focus({ preventScroll: true });
  }, [isLinked, target]);

  const { remove, error } = useRemoveItem<Comment>({
    remove: () => api.removeComment({ params }),
    show,
    hide: ({ id }) => {
      hide(id);
      onGone();
    },
  });
  async function settle() {
    setBusy(true);
    setFailure(undefined);
    try {
      const change = resolvedAt ? api.reopenComment : api.resolveComment;
      show(await change({ params }));
      onGone();
    } catch (thrown) {
      setFailure(errorText(thrown as Error));
      setBusy(false);
    }
  }

  if (editing) {
    return (
      <li className={classes.root}>
        <CommentForm comment={comment} onClose={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <Typography
      ref={root}
      variant="body2"
      component="li"
      tabIndex={-1}
      className={`${classes.root} ${isLinked ? classes.linked : ''}`}
    >
      <div className={classes.head}>
        <span className={classes.author}>
          <EntityRefLink entityRef={authorRef} hideIcon />
        </span>
        <span className={classes.subtle}>
          <RelativeTime value={comment.createdAt} />
          {comment.editedAt && `, ${t('comments.edited')}`}
        </span>
        <a
          href={`#comment-${itemId}`}
          className={classes.subtle}
          aria-label={t('comments.linkTo', { id: itemId })}
        >
          #
        </a>
        <span className={classes.space} />
        {canComment && (isMine || canDelete) && (
          <ItemActions
            name={name}
            onEdit={isMine ? () => setEditing(true) : undefined}
            onRemove={() => remove(comment)}
          />
        )}
      </div>
      <div className={classes.text}>
        <SectionText markdown={comment.markdown} headingLevel={4} />
      </div>
      {resolvedAt && resolvedBy && (
        <div className={classes.subtle}>
          {t('comments.resolvedBy', {
            person: <EntityRefLink entityRef={resolvedBy} hideIcon />,
            when: <RelativeTime value={resolvedAt} />,
          })}
        </div>
      )}
      {canComment && (
        <Button
          size="small"
          color="primary"
          className={classes.settle}
          disabled={busy}
          aria-label={t(
            resolvedAt ? 'comments.reopenNamed' : 'comments.resolveNamed',
            { name },
          )}
          onClick={settle}
        >
          {t(resolvedAt ? 'comments.reopen' : 'comments.resolve')}
        </Button>
      )}
      {(failure || error) && <Alert severity="error">{failure ?? error}</Alert>}
    </Typography>
  );
}
