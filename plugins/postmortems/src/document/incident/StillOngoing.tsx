import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { useNow } from '../../ui/dates/useNow';
import { TimeField } from '../../ui/fields/TimeField';
import { useKeptFocus } from '../../ui/focus/useKeptFocus';
import { Card } from '../deadline/Card';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../useDocument';

/** The element id that notifications link to. */
const ANCHOR = 'still-ongoing';

const useStyles = makeStyles(theme => ({
  answers: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** Asks whether an incident without news is still ongoing. */
export function StillOngoing() {
  const { postmortem, canEdit } = useDocument();
  const keptFocus = useKeptFocus<HTMLDivElement>();
  const now = useNow();
  const { ongoing } = postmortem;
  const isAsked = ongoing && Date.parse(ongoing.confirmFrom) <= now;
  return (
    <div {...keptFocus} id={ANCHOR} aria-live="polite">
      {canEdit && isAsked && (
        <Question key={ongoing.lastNewsAt} lastNewsAt={ongoing.lastNewsAt} />
      )}
    </div>
  );
}

function Question(props: { lastNewsAt: string }) {
  const { lastNewsAt } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
  const { id, revision } = useDocument().postmortem;
  const { run, busy, error } = useMutation();
  const [resolvedAt, setResolvedAt] = useState<string | undefined>(lastNewsAt);
  const title = t('stillOngoing.title');

  return (
    <Card label={title} title={<strong>{title}</strong>}>
      <Typography variant="body2">
        {t('stillOngoing.text', { time: <RelativeTime value={lastNewsAt} /> })}
      </Typography>
      <div className={classes.answers}>
        <TimeField
          label={t('stillOngoing.resolvedAt')}
          value={resolvedAt}
          onChange={setResolvedAt}
        />
        <Button
          color="primary"
          variant="outlined"
          disabled={busy || !resolvedAt}
          onClick={() =>
            run(() =>
              send('updatePostmortem', {
                params: { id },
                body: { resolvedAt },
                ifMatch: revision,
              }),
            )
          }
        >
          {t('stillOngoing.resolve')}
        </Button>
        <Button
          variant="outlined"
          disabled={busy}
          onClick={() => run(() => send('confirmOngoing', { params: { id } }))}
        >
          {t('stillOngoing.confirm')}
        </Button>
      </div>
      {error && (
        <Typography variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
    </Card>
  );
}
