import { useState } from 'react';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import {
  postmortemAssignPermission,
  postmortemRedactPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import { useMay } from '../../data/useMay';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../../ui/controls/IconButton';
import { MenuButton } from '../../ui/controls/MenuButton';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { CorrectFactsDialog } from '../dialogs/CorrectFactsDialog';
import { DeleteDialog } from '../dialogs/DeleteDialog';
import { ExtensionDialog } from '../dialogs/ExtensionDialog';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { HandoverDialog } from '../dialogs/HandoverDialog';
import { OwnerDialog } from '../dialogs/OwnerDialog';
import { RedactDialog } from '../dialogs/RedactDialog';
import { WaiverDialog } from '../dialogs/WaiverDialog';
import { MergeDialog } from '../merge/MergeDialog';
import { SnoozeDialog } from '../snooze/SnoozeDialog';
import { useSnoozes } from '../snooze/useSnoozes';
import { useDocument } from '../useDocument';

const dialogs = {
  owner: OwnerDialog,
  handover: HandoverDialog,
  snooze: SnoozeDialog,
  extension: ExtensionDialog,
  waiver: WaiverDialog,
  correction: CorrectFactsDialog,
  merge: MergeDialog,
  redact: RedactDialog,
  delete: DeleteDialog,
};

/** Menu of less frequent actions. */
export function MoreMenu() {
  const { t } = useTexts();
  const { postmortem, canEdit, canDelete } = useDocument();
  const canAssign = useMay(postmortemAssignPermission, postmortem.id);
  const mayRedact = useMay(postmortemRedactPermission, postmortem.id);
  const mayWaive = useMay(postmortemWaivePermission, postmortem.id);
  const { canSnooze } = useSnoozes();
  const me = useCurrentUser();
  const isOwner = me !== undefined && postmortem.ownerRef === me;
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
  // Owners can't make exceptions for themselves.
  if (mayWaive && !isOwner) {
    if (postmortem.deadline && !postmortem.completedAt) {
      items.push({ name: 'extension', label: t('document.menu.extension') });
    }
    if (postmortem.complianceStatus !== 'not-required') {
      items.push({ name: 'waiver', label: t('document.menu.waiver') });
    }
    items.push({ name: 'correction', label: t('document.menu.correction') });
  }
  if (canDelete && postmortem.status !== 'published') {
    items.push({ name: 'merge', label: t('merge.menu') });
  }
  if (mayRedact) items.push({ name: 'redact', label: t('redact.menu') });
  if (canDelete)
    items.push({ name: 'delete', label: t('document.menu.delete') });

  return (
    <>
      <MenuButton
        align="right"
        entries={[
          {
            label: t('document.menu.print'),
            // Print once the menu has closed.
            onSelect: () => setTimeout(() => window.print(), 300),
          },
          ...items.map(({ name, label }) => ({
            label,
            onSelect: () => setOpen(name),
          })),
        ]}
      >
        {opener => (
          <IconButton label={t('document.menu.label')} {...opener}>
            <MoreVertIcon />
          </IconButton>
        )}
      </MenuButton>
      {Dialog && (
        <FrozenDocument>
          <Dialog onClose={() => setOpen(undefined)} />
        </FrozenDocument>
      )}
    </>
  );
}
