import { useEffect, useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import Alert from '@material-ui/lab/Alert';
import Skeleton from '@material-ui/lab/Skeleton';
import { useAllDrafts } from '../../data/drafts/useDrafts';
import { useTexts } from '../../texts/useTexts';
import { GroupBySwitch } from '../../ui/controls/GroupBySwitch';
import { IconButton } from '../../ui/controls/IconButton';
import { SidePanel } from '../../ui/dialogs/SidePanel';
import { LoadError } from '../../ui/feedback/LoadError';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useDocument } from '../useDocument';
import { CommentItem } from './CommentItem';
import { CommentThread } from './CommentThread';
import { threadsOf } from './threads';
import { useComments } from './useComments';
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';

const useStyles = makeStyles(theme => ({
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: theme.spacing(1.5, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    marginBottom: theme.spacing(0.5),
  },
  title: { flex: 1, margin: 0, '&:focus': { outline: 'none' } },
  note: { padding: theme.spacing(1.5, 2) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

const titleId = 'postmortem-comments-title';

/** Side panel with comments in page order. */
export function CommentsPanel() {
  const classes = useStyles();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('sm'));
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { comments, error, retry, canComment, target, close } = useComments();
  const [filter, setFilter] = useState<'open' | 'resolved'>('open');
  const title = useRef<HTMLHeadingElement>(null);

  const linked =
    target?.kind === 'comment'
      ? comments?.find(({ id }) => id === target.id)
      : undefined;
  const filterOfLinked = linked && (linked.resolvedAt ? 'resolved' : 'open');
  useEffect(() => {
    if (target?.kind === 'part') setFilter('open');
    if (target?.kind === 'all') title.current?.focus();
  }, [target]);
  useEffect(() => {
    if (filterOfLinked) setFilter(filterOfLinked);
    // Runs only when a link is followed. Filtering or resolving may hide the comment later.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [target, linked === undefined]);

  const all = comments ?? [];
  const open = all.filter(({ resolvedAt }) => !resolvedAt);
  const resolved = all.filter(({ resolvedAt }) => resolvedAt);
  const drafted = useAllDrafts(postmortem.id).flatMap(({ part }) => {
    const [, anchor] = /^comment\/new\/(.+)$/.exec(part) ?? [];
    return anchor ? [anchor as CommentAnchor] : [];
  });
  const shown = filter === 'open' ? open : resolved;
  const { threads, removed } = threadsOf(
    postmortem,
    shown,
    // Always offer a comment on the whole postmortem.
    filter === 'open' && canComment
      ? [
          undefined,
          ...(target?.kind === 'part' ? [target.anchor] : []),
          ...drafted,
        ]
      : [],
  );

  return (
    <SidePanel
      labelledBy={titleId}
      open={target !== undefined}
      modal={isNarrow}
      onClose={close}
    >
      <div className={classes.head}>
        <div className={classes.line}>
          <Typography
            ref={title}
            id={titleId}
            variant="h6"
            component="h3"
            tabIndex={-1}
            className={classes.title}
          >
            {t('comments.title')}
          </Typography>
          <IconButton label={t('comments.close')} onClick={close}>
            <CloseIcon />
          </IconButton>
        </div>
        <GroupBySwitch
          label={t('comments.filter.label')}
          options={[
            {
              value: 'open',
              label: t('comments.filter.open', { value: String(open.length) }),
            },
            {
              value: 'resolved',
              label: t('comments.filter.resolved', {
                value: String(resolved.length),
              }),
            },
          ]}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {error && <LoadError error={error} retry={retry} />}
      {!comments && !error && (
        <div className={classes.note}>
          <Skeleton height="6rem" />
        </div>
      )}
      {comments && target?.kind === 'comment' && !linked && (
        <Alert severity="info">
          {t('comments.missing', { id: target.id })}
        </Alert>
      )}
      {comments && shown.length === 0 && (
        <div className={classes.note}>
          <SubtleText role="status">
            {t(`comments.empty.${filter}`)}{' '}
            {filter === 'open' && canComment && t('comments.empty.how')}
          </SubtleText>
        </div>
      )}
      {comments &&
        threads.map(thread => (
          <CommentThread
            key={thread.anchor ?? ''}
            thread={thread}
            canAdd={canComment && filter === 'open'}
            onFollow={isNarrow ? close : undefined}
          />
        ))}
      {removed.length > 0 && (
        <section
          className={classes.note}
          aria-label={t('comments.part.removed')}
        >
          <Typography variant="body2" component="h4">
            {t('comments.part.removed')}
          </Typography>
          <ul className={classes.list}>
            {removed.map(comment => (
              <CommentItem
                key={comment.id}
                comment={comment}
                onGone={() => title.current?.focus()}
              />
            ))}
          </ul>
        </section>
      )}
    </SidePanel>
  );
}
