import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useAllDrafts } from '../../data/drafts/useDrafts';
import { useTexts } from '../../texts/useTexts';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { DraftRow } from './DraftRow';

const useStyles = makeStyles(theme => ({
  root: { maxWidth: '42rem', margin: theme.spacing(0, 'auto') },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** Shown instead of a postmortem that was open but is no longer visible. */
export function GonePostmortem(props: { id: string }) {
  const { t } = useTexts();
  return (
    <>
      <StateMessage role="alert" title={t('gone.title')}>
        {t('gone.text')}
      </StateMessage>
      <LeftDrafts id={props.id} />
    </>
  );
}

/** Unsaved texts for a postmortem that isn't shown. They can be copied or discarded. */
export function LeftDrafts(props: { id: string }) {
  const classes = useStyles();
  const { t } = useTexts();
  const drafts = useAllDrafts(props.id);

  if (drafts.length === 0) return null;
  return (
    <section className={classes.root} aria-label={t('drafts.title')}>
      <Typography>{t('gone.unsaved')}</Typography>
      <ul className={classes.list}>
        {drafts.map(draft => (
          <DraftRow key={`${draft.part}#${draft.writer}`} draft={draft} whole />
        ))}
      </ul>
    </section>
  );
}
