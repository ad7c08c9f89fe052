import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import LinkIcon from '@material-ui/icons/Link';
import SyncProblemIcon from '@material-ui/icons/SyncProblem';
import type { Ticket, Tracker } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { Chip } from '../../../../ui/labels/Chip';

const icons = {
  ok: LinkIcon,
  pending: HourglassEmptyIcon,
  failed: SyncProblemIcon,
};

/** An action item's ticket with its status. Links to the ticket. */
export function TicketChip(props: {
  ticket: Ticket;
  /** All trackers, to look up their names. */
  trackers: Tracker[];
}) {
  const { tracker, key, url, status, statusName, sync } = props.ticket;
  const known = props.trackers.find(({ id }) => id === tracker);
  const { t } = useTexts();
  const Icon = icons[sync];

  const name =
    key ??
    url ??
    t('actionItem.ticket.in', { tracker: known?.title ?? tracker });
  const state = statusName ?? (status && t(`actionItem.ticket.${status}`));
  return (
    <Chip
      variant="outlined"
      href={url}
      icon={<Icon aria-hidden />}
      label={[name, state, sync !== 'ok' && t(`actionItem.ticket.sync.${sync}`)]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}
