import type { ReactNode } from 'react';
import { isOpen, removeDraft } from '../../data/drafts/draftStore';
import type { Draft } from '../../data/drafts/draftStore';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useNow } from '../../ui/dates/useNow';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { subtleColor } from '../../ui/layout/subtleColor';
import { CopyButton } from './CopyButton';
import { useDraftTitle } from './useDraftTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0.5, 0) },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
  title: { flex: '1 1 16rem', minWidth: 0, '& a': { fontWeight: 600 } },
  text: {
    margin: 0,
    color: subtleColor(theme),
    ...theme.typography.body2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  whole: {
    maxHeight: '16rem',
    padding: theme.spacing(1),
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
}));

/** Unsaved text, with the place it belongs to and the time it was written. */
export function DraftRow(props: {
  draft: Draft;
  /** Wraps the title in a link to that place. */
  link?: (title: string) => ReactNode;
  /**
   * Whether to show the full text instead of its first line, because the page doesn't show it
   * anywhere else.
   */
  whole?: boolean;
}) {
  const { draft, link, whole } = props;
  const { part, text, at, value } = draft;
  const classes = useStyles();
  const { t } = useTexts();
  const title = useDraftTitle()(part);
  const ago = useTimeWords().relative(at, useNow());
  const label = t('drafts.textNamed', { title });

  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <Typography variant="body2" component="div" className={classes.title}>
          {t('drafts.of', { title: <>{link ? link(title) : title}</>, ago })}
        </Typography>
        <CopyButton text={text} label={t('drafts.copyNamed', { title })} />
        {(whole || !isOpen(draft)) && (
          <Button
            size="small"
            aria-label={t('drafts.discardNamed', { title })}
            onClick={() => removeDraft(draft, value)}
          >
            {t('drafts.discard')}
          </Button>
        )}
      </div>
      <pre
        className={`${classes.text} ${whole ? classes.whole : ''}`}
        role="group"
        aria-label={label}
        // Long text must be scrollable with the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={whole ? 0 : undefined}
      >
        {whole ? text : text.trim().split('\n')[0]}
      </pre>
    </li>
  );
}
