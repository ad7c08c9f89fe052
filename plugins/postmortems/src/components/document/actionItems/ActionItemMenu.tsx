/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useRef, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import type { ActionItem, Tracker } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { useFocusRing } from '../../shared';
import { LinkTicketDialog } from '../../actionItems/tickets';
import type { useTicket } from '../../actionItems/tickets';
import { useDocument } from '../hooks/useDocument';
import { SnoozeDialog } from '../snooze/SnoozeDialog';
import { useSnoozes } from '../snooze/useSnoozes';
import { RemoveActionItemDialog } from './RemoveActionItemDialog';
import { useActionItemRights } from './useActionItemRights';
import type { Move } from './useMoveItem';

const useStyles = makeStyles(theme => ({
  button: { padding: 4, '@media print': { display: 'none' } },
  icon: { fontSize: theme.typography.pxToRem(18) },
}));

/** What is done with an action item now and then. */
export function ActionItemMenu(props: {
  item: ActionItem;
  place: number;
  trackers: Tracker[];
  ticket: ReturnType<typeof useTicket>;
  onMove: Move;
  onEdit: () => void;
  onChanged: (item: ActionItem) => void;
}) {
  const { item, place, trackers, ticket, onMove, onEdit, onChanged } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const { postmortem } = useDocument();
  const { canChange, canMove, canRemove } = useActionItemRights();
  const { canSnooze } = useSnoozes();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [dialog, setDialog] = useState<'link' | 'remove' | 'snooze'>();
  const closeDialog = () => setDialog(undefined);

  function move(to: number) {
    onMove(item, to);
    // Moving the row in the page takes the keyboard away from what is in it.
    setTimeout(() => button.current?.focus());
  }
  const entries: Array<{ label: string; act: () => void }> = [];
  if (canChange) {
    entries.push({ label: t('actionItem.list.menuEdit'), act: onEdit });
  }
  if (canMove && place > 0) {
    entries.push({
      label: t('actionItem.list.menuUp'),
      act: () => move(place - 1),
    });
  }
  if (canMove && place < postmortem.actionItems.length - 1) {
    entries.push({
      label: t('actionItem.list.menuDown'),
      act: () => move(place + 1),
    });
  }
  if (canChange && item.ticket) {
    entries.push(
      { label: t('actionItem.ticket.compare'), act: ticket.sync },
      { label: t('actionItem.ticket.unlink'), act: ticket.remove },
    );
  } else if (canChange && trackers.length > 0) {
    entries.push({
      label: t('actionItem.ticket.create'),
      act: () => ticket.put({}),
    });
    if (trackers.length > 1) {
      entries.push(
        ...trackers.map(({ id, title }) => ({
          label: t('actionItem.ticket.createIn', { tracker: title }),
          act: () => ticket.put({ tracker: id }),
        })),
      );
    }
    entries.push({
      label: t('actionItem.ticket.linkMenu'),
      act: () => setDialog('link'),
    });
  }
  if (canSnooze(item)) {
    entries.push({
      label: t('snooze.action'),
      act: () => setDialog('snooze'),
    });
  }
  if (canRemove) {
    entries.push({
      label: t('actionItem.list.menuRemove'),
      act: () => setDialog('remove'),
    });
  }

  if (entries.length === 0) return null;
  return (
    <>
      <IconButton
        ref={button}
        className={classes.button}
        {...focusRing}
        aria-label={t('actionItem.list.menu', { id: item.id })}
        aria-haspopup="menu"
        disabled={ticket.busy}
        onClick={() => setIsOpen(true)}
      >
        <MoreVertIcon className={classes.icon} />
      </IconButton>
      <Menu
        open={isOpen}
        anchorEl={button.current}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        onClose={() => setIsOpen(false)}
      >
        {entries.map(({ label, act }) => (
          <MenuItem
            key={label}
            dense
            onClick={() => {
              setIsOpen(false);
              act();
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
      {dialog === 'link' && (
        <LinkTicketDialog
          item={item}
          onChanged={onChanged}
          onClose={closeDialog}
        />
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
