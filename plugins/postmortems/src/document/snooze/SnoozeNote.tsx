import { makeStyles } from '@material-ui/core/styles';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { DateLabel } from '../../ui/dates/DateLabel';
import { useRequest } from '../../ui/feedback/useRequest';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useSnoozes } from './useSnoozes';

const useStyles = makeStyles({
  button: { textTransform: 'none' },
  root: { '@media print': { display: 'none' } },
});

/** Shows that reminders are snoozed, with a button to resume them. */
export function SnoozeNote(props: { item?: ActionItem }) {
  const { item } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { canSnooze, untilOf, snooze } = useSnoozes();
  const { run, busy, error } = useRequest();
  const until = untilOf(item);

  if (!until || !canSnooze(item)) return null;
  return (
    <div className={classes.root}>
      <SubtleText component="div">
        {t('snooze.note', { date: <DateLabel value={until} /> })}{' '}
        <Button
          size="small"
          color="primary"
          className={classes.button}
          disabled={busy}
          aria-label={item && t('snooze.resumeNamed', { id: item.id })}
          onClick={() => run(() => snooze(null, item))}
        >
          {t('snooze.resume')}
        </Button>
        {error && <span role="alert"> {error}</span>}
      </SubtleText>
    </div>
  );
}
