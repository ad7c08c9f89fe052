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

import { useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import {
  postmortemAssignPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { useMay } from '../../shared';
import { DeleteDialog } from '../dialogs/DeleteDialog';
import { ExtensionDialog } from '../dialogs/ExtensionDialog';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { HandoverDialog } from '../dialogs/HandoverDialog';
import { OwnerDialog } from '../dialogs/OwnerDialog';
import { WaiverDialog } from '../dialogs/WaiverDialog';
import { useCurrentUser } from '../fields/useCurrentUser';
import { useDocument } from '../hooks/useDocument';
import { SnoozeDialog } from '../snooze/SnoozeDialog';
import { useSnoozes } from '../snooze/useSnoozes';

const dialogs = {
  owner: OwnerDialog,
  handover: HandoverDialog,
  snooze: SnoozeDialog,
  extension: ExtensionDialog,
  waiver: WaiverDialog,
  delete: DeleteDialog,
};

/** What is done with a postmortem now and then. */
export function MoreMenu() {
  const { t } = useTexts();
  const { postmortem, canEdit, canDelete } = useDocument();
  const canAssign = useMay(postmortemAssignPermission, postmortem.id);
  const mayWaive = useMay(postmortemWaivePermission, postmortem.id);
  const { canSnooze } = useSnoozes();
  const me = useCurrentUser();
  const isOwner = me !== undefined && postmortem.ownerRef === me;
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [open, setOpen] = useState<keyof typeof dialogs>();
  const Dialog = open && dialogs[open];

  const items: Array<{ name: keyof typeof dialogs; label: string }> = [];
  if (canAssign) {
    items.push({ name: 'owner', label: t('document.menu.owner') });
  }
  if (canEdit && isOwner) {
    items.push({ name: 'handover', label: t('handover.action') });
  }
  if (canSnooze()) {
    items.push({ name: 'snooze', label: t('snooze.action') });
  }
  // Nobody makes exceptions for themselves.
  if (mayWaive && !isOwner) {
    if (postmortem.deadline && !postmortem.completedAt) {
      items.push({ name: 'extension', label: t('document.menu.extension') });
    }
    if (postmortem.complianceStatus !== 'not-required') {
      items.push({ name: 'waiver', label: t('document.menu.waiver') });
    }
  }
  if (canDelete)
    items.push({ name: 'delete', label: t('document.menu.delete') });

  return (
    <>
      <IconButton
        size="small"
        aria-label={t('document.menu.label')}
        aria-haspopup="menu"
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon />
      </IconButton>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        onClose={() => setAnchor(undefined)}
      >
        <MenuItem
          onClick={() => {
            setAnchor(undefined);
            // The menu must be gone from the page before it is printed.
            setTimeout(() => window.print(), 300);
          }}
        >
          {t('document.menu.print')}
        </MenuItem>
        {items.map(({ name, label }) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(undefined);
              setOpen(name);
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
      {Dialog && (
        <FrozenDocument>
          <Dialog onClose={() => setOpen(undefined)} />
        </FrozenDocument>
      )}
    </>
  );
}
