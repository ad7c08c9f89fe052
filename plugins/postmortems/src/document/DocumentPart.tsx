import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useKeptFocus } from '../ui/focus/useKeptFocus';
import { Heading } from './Heading';
import { CommentMarker } from './comments/CommentMarker';
import { anchorOf, isCommentable } from './parts';
import type { OutlineKey } from './parts';
import { useTitles } from './useTitles';

const useStyles = makeStyles(theme => ({
  3: { marginBottom: theme.spacing(5) },
  4: { marginTop: theme.spacing(2), marginBottom: theme.spacing(3) },
  body: { marginTop: theme.spacing(1) },
}));

/** A part of the page: heading and content. */
export function DocumentPart(props: {
  partKey: OutlineKey;
  level: 3 | 4;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { partKey, level, actions, children } = props;
  const classes = useStyles();
  const titleOf = useTitles();
  const keptFocus = useKeptFocus<HTMLElement>();
  return (
    <section
      {...keptFocus}
      className={classes[level]}
      aria-labelledby={`${anchorOf(partKey)}-heading`}
    >
      <Heading
        sectionKey={partKey}
        level={level}
        actions={actions}
        marker={isCommentable(partKey) && <CommentMarker anchor={partKey} />}
      >
        {titleOf(partKey)}
      </Heading>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
