import { useEffect, useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { usePartDrafts } from '../../data/drafts/useDrafts';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useDocument } from '../useDocument';
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
    // Links focus this part; the bar next to it shows the focus.
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

/** The comments on one part, with a form to add one. */
export function CommentThread(props: {
  thread: Thread;
  canAdd: boolean;
  /** Called when a link to the part is followed. Needed if the panel covers the page. */
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

  // Restores a comment that was never sent.
  const { id } = useDocument().postmortem;
  const hasDraft = usePartDrafts(id, `comment/new/${anchor ?? ''}`).length > 0;
  useEffect(() => {
    if (hasDraft && canAdd) setWriting(true);
  }, [hasDraft, canAdd]);

  const isTarget = target?.kind === 'part' && target.anchor === anchor;
  const isFirst = comments.length === 0;
  useEffect(() => {
    if (!isTarget) return;
    root.current?.scrollIntoView?.({ block: 'nearest' });
    // If there are comments, the reader looks at them first, so the form stays closed.
    if (isFirst && canAdd) setWriting(true);
    else heading.current?.focus();
    // Runs when the panel is opened for this part, not when the first comment appears.
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
      {/* Keep the form and its text even if new comments are no longer allowed. */}
      {writing && (
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
