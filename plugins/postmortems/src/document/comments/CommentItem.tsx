import { useEffect, useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import type { Comment } from 'backstage-plugin-postmortems-common';
import { useRequest } from '../../ui/feedback/useRequest';
import { usePartDrafts } from '../../data/drafts/useDrafts';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { subtleColor } from '../../ui/layout/subtleColor';
import { ItemActions } from '../items/ItemActions';
import { useRemoveItem } from '../items/useRemoveItem';
import { SectionText } from '../parts/sections/SectionText';
import { useDocument } from '../useDocument';
import { CommentForm } from './CommentForm';
import { useComments } from './useComments';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    scrollMarginTop: theme.spacing(8),
    borderRadius: theme.shape.borderRadius,
    // Following a link to a comment focuses it. It then flashes instead of showing an outline.
    '&:focus': { outline: 'none' },
  },
  '@keyframes flash': {
    '0%, 40%': { backgroundColor: theme.palette.action.selected },
    '100%': { backgroundColor: 'transparent' },
  },
  linked: {
    animation: '$flash 4s ease-out',
    // Stays after the flash, which is easy to miss.
    boxShadow: `inset 3px 0 ${theme.palette.primary.main}`,
  },
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

/** A comment with its actions. */
export function CommentItem(props: {
  comment: Comment;
  /** Called after the comment was removed. */
  onGone: () => void;
}) {
  const { comment, onGone } = props;
  const { id: itemId, authorRef, resolvedAt, resolvedBy } = comment;
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
  const { postmortem, canDelete } = useDocument();
  const { canComment, target } = useComments();
  const isMine = useCurrentUser() === authorRef;
  const author = useEntityPresentation(authorRef).primaryTitle;
  const [editing, setEditing] = useState(false);
  const root = useRef<HTMLLIElement>(null);
  const params = { id: postmortem.id, itemId };
  const name = t('comments.name', { author });

  const hasDraft = usePartDrafts(postmortem.id, `comment/${itemId}`).length > 0;
  useEffect(() => {
    if (hasDraft && isMine && canComment) setEditing(true);
  }, [hasDraft, isMine, canComment]);

  const isLinked = target?.kind === 'comment' && target.id === itemId;
  useEffect(() => {
    if (!isLinked) return;
    root.current?.scrollIntoView?.({ block: 'center' });
    root.current?.focus({ preventScroll: true });
  }, [isLinked, target]);

  const removal = useRemoveItem<Comment>(() =>
    send('removeComment', { params }),
  );
  const { run, busy, error } = useRequest();
  async function settle() {
    const settled = await run(() =>
      send(resolvedAt ? 'reopenComment' : 'resolveComment', { params }),
    );
    if (settled) onGone();
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
            onRemove={async () => {
              if (await removal.remove(comment)) onGone();
            }}
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
      {(error || removal.error) && (
        <Alert severity="error">{error ?? removal.error}</Alert>
      )}
    </Typography>
  );
}
