import { useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import type { ActionItem, Tracker } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import { IconButton } from '../../../ui/controls/IconButton';
import type { MenuEntry } from '../../../ui/controls/MenuButton';
import { MenuButton } from '../../../ui/controls/MenuButton';
import { SnoozeDialog } from '../../snooze/SnoozeDialog';
import { useSnoozes } from '../../snooze/useSnoozes';
import { useDocument } from '../../useDocument';
import { RemoveActionItemDialog } from './RemoveActionItemDialog';
import { LinkTicketDialog } from './tickets/LinkTicketDialog';
import type { useTicket } from './tickets/useTicket';
import { useActionItemRights } from './useActionItemRights';
import type { Move } from './useMoveItem';

const useStyles = makeStyles(theme => ({
  button: { padding: 4, '@media print': { display: 'none' } },
  icon: { fontSize: theme.typography.pxToRem(18) },
}));

/** Menu of less frequent actions for an action item. */
export function ActionItemMenu(props: {
  item: ActionItem;
  place: number;
  trackers: Tracker[];
  ticket: ReturnType<typeof useTicket>;
  onMove: Move;
  onEdit: () => void;
}) {
  const { item, place, trackers, ticket, onMove, onEdit } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { canChange, canMove, canRemove } = useActionItemRights();
  const { canSnooze } = useSnoozes();
  const button = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<'link' | 'remove' | 'snooze'>();
  const closeDialog = () => setDialog(undefined);

  function move(to: number) {
    onMove(item, to);
    // Moving the row in the DOM removes the focus, so restore it.
    setTimeout(() => button.current?.focus());
  }
  const entries: MenuEntry[] = [];
  if (canChange) {
    entries.push({ label: t('actionItem.list.menuEdit'), onSelect: onEdit });
  }
  if (canMove && place > 0) {
    entries.push({
      label: t('actionItem.list.menuUp'),
      onSelect: () => move(place - 1),
    });
  }
  if (canMove && place < postmortem.actionItems.length - 1) {
    entries.push({
      label: t('actionItem.list.menuDown'),
      onSelect: () => move(place + 1),
    });
  }
  if (canChange && item.ticket) {
    entries.push(
      { label: t('actionItem.ticket.compare'), onSelect: ticket.sync },
      { label: t('actionItem.ticket.unlink'), onSelect: ticket.remove },
    );
  } else if (canChange && trackers.length > 0) {
    entries.push({
      label: t('actionItem.ticket.create'),
      onSelect: () => ticket.put({}),
    });
    if (trackers.length > 1) {
      entries.push(
        ...trackers.map(({ id, title }) => ({
          label: t('actionItem.ticket.createIn', { tracker: title }),
          onSelect: () => ticket.put({ tracker: id }),
        })),
      );
    }
    entries.push({
      label: t('actionItem.ticket.linkMenu'),
      onSelect: () => setDialog('link'),
    });
  }
  if (canSnooze(item)) {
    entries.push({
      label: t('snooze.action'),
      onSelect: () => setDialog('snooze'),
    });
  }
  if (canRemove) {
    entries.push({
      label: t('actionItem.list.menuRemove'),
      onSelect: () => setDialog('remove'),
    });
  }

  if (entries.length === 0) return null;
  return (
    <>
      <MenuButton align="right" dense entries={entries}>
        {opener => (
          <IconButton
            ref={button}
            className={classes.button}
            label={t('actionItem.list.menu', { id: item.id })}
            disabled={ticket.busy}
            {...opener}
          >
            <MoreVertIcon className={classes.icon} />
          </IconButton>
        )}
      </MenuButton>
      {dialog === 'link' && (
        <LinkTicketDialog item={item} onClose={closeDialog} />
      )}
      {dialog === 'snooze' && (
        <SnoozeDialog item={item} onClose={closeDialog} />
      )}
      {dialog === 'remove' && (
        <RemoveActionItemDialog item={item} onClose={closeDialog} />
      )}
    </>
  );
}
