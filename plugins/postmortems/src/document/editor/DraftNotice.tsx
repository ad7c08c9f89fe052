import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Draft } from '../../data/drafts/draftStore';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useNow } from '../../ui/dates/useNow';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { CopyButton } from '../drafts/CopyButton';
import { useDraftTitle } from '../drafts/useDraftTitle';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    padding: theme.spacing(0.5, 1.5),
    borderLeft: `3px solid ${theme.palette.warning.main}`,
  },
  text: { flex: '1 1 16rem' },
}));

/** Offers unsaved text from an earlier visit. */
export function DraftNotice(props: {
  draft: Draft;
  /** Omit if the reader can't edit now. */
  onContinue?: () => void;
  onDiscard: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { part, text, at } = props.draft;
  const ago = useTimeWords().relative(at, useNow());
  const title = useDraftTitle()(part);
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.text}>
        {t('document.draft.found', { ago })}
      </Typography>
      {props.onContinue && (
        <Button size="small" color="primary" onClick={props.onContinue}>
          {t('document.draft.continue')}
        </Button>
      )}
      <CopyButton text={text} label={t('drafts.copyNamed', { title })} />
      <Button size="small" onClick={props.onDiscard}>
        {t('document.draft.discard')}
      </Button>
    </div>
  );
}
