import { useEffect } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { removeDraft } from '../../data/drafts/draftStore';
import type { Draft } from '../../data/drafts/draftStore';
import { useDrafts } from '../../data/drafts/useDrafts';
import { useTexts } from '../../texts/useTexts';
import { Link } from '../../ui/navigation/Link';
import { useComments } from '../comments/useComments';
import { useDocument } from '../useDocument';
import { DraftRow } from './DraftRow';
import { targetOf } from './useDraftTitle';
import type {
  CommentAnchor,
  Section,
} from 'backstage-plugin-postmortems-common';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(3),
    padding: theme.spacing(1, 2),
    borderLeft: `3px solid ${theme.palette.warning.main}`,
    backgroundColor: theme.palette.background.paper,
    '@media print': { display: 'none' },
  },
  title: { margin: 0 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** Whether the server already has this text. */
function isSaved(draft: Draft, sections: Section[]): boolean {
  return sections.some(
    ({ key, markdown }) => key === draft.part && markdown === draft.value,
  );
}

/**
 * Lists the reader's unsaved texts at the top of the page. Readers without permission to edit can
 * still copy them.
 */
export function UnsavedTexts() {
  const classes = useStyles();
  const { t } = useTexts();
  const { id, sections } = useDocument().postmortem;
  const drafts = useDrafts(id);
  const unsaved = drafts.filter(draft => !isSaved(draft, sections));

  useEffect(() => {
    for (const draft of drafts) {
      if (isSaved(draft, sections)) removeDraft(draft, draft.value);
    }
  }, [drafts, sections]);

  if (unsaved.length === 0) return null;
  return (
    <section className={classes.root} aria-labelledby="postmortem-unsaved">
      <Typography
        id="postmortem-unsaved"
        variant="subtitle1"
        component="h3"
        className={classes.title}
      >
        {t('drafts.title')}
      </Typography>
      <Typography variant="body2">{t('drafts.where')}</Typography>
      <ul className={classes.list}>
        {unsaved.map(draft => (
          <DraftRow
            key={`${draft.part}#${draft.writer}`}
            draft={draft}
            link={title => <DraftLink part={draft.part}>{title}</DraftLink>}
          />
        ))}
      </ul>
    </section>
  );
}

/** Links a draft to the place it belongs to, if the page shows that. */
function DraftLink(props: { part: string; children: string }) {
  const { part, children } = props;
  const { comments, open } = useComments();
  const [kind, id, ...rest] = part.split('/');

  if (kind === 'comment') {
    const anchor = (rest.join('/') || undefined) as CommentAnchor | undefined;
    const isThere = id === 'new' || comments?.some(each => each.id === id);
    if (!isThere) return <>{children}</>;
    return (
      <Link
        to="#"
        onClick={event => {
          event.preventDefault();
          open(
            id === 'new' ? { kind: 'part', anchor } : { kind: 'comment', id },
          );
        }}
      >
        {children}
      </Link>
    );
  }
  const target = targetOf(part);
  return target ? <Link to={`#${target}`}>{children}</Link> : <>{children}</>;
}
