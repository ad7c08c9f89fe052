import { makeStyles } from '@material-ui/core/styles';
import type { Ticket } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { Button } from '../../../../ui/controls/Button';
import { RelativeTime } from '../../../../ui/dates/RelativeTime';

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.caption, overflowWrap: 'anywhere' },
  retry: {
    minWidth: 0,
    padding: theme.spacing(0, 0.5),
    fontSize: 'inherit',
    textTransform: 'none',
    verticalAlign: 'baseline',
    '@media print': { display: 'none' },
  },
}));

/**
 * Shows why an item and its ticket may differ and when the sync will be retried, with a retry
 * button.
 */
export function TicketTrouble(props: {
  ticket: Ticket;
  busy: boolean;
  /** Omit if the reader has no permission. */
  onRetry?: () => void;
}) {
  const { ticket, busy, onRetry } = props;
  const classes = useStyles();
  const { t } = useTexts();
  if (ticket.sync !== 'failed') return null;

  return (
    <div className={classes.root}>
      {t('actionItem.ticket.failed', { message: ticket.error ?? '' })}
      {ticket.nextAttemptAt && (
        <>
          {' · '}
          {t('actionItem.ticket.next', {
            time: <RelativeTime value={ticket.nextAttemptAt} />,
          })}
        </>
      )}{' '}
      {onRetry && (
        <Button
          size="small"
          color="primary"
          className={classes.retry}
          disabled={busy}
          onClick={onRetry}
        >
          {t('actionItem.ticket.retry')}
        </Button>
      )}
    </div>
  );
}
