import { useState } from 'react';
import { useAssignOwner } from '../../data/useAssignOwner';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { OwnerSuggestions } from '../../ui/fields/OwnerSuggestions';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { UserPicker } from '../../ui/fields/UserPicker';
import { DocumentAccessWarning } from '../access/AccessWarning';
import { useDocument } from '../useDocument';
import { useMutation } from './useMutation';

/** Assigns the owner. */
export function OwnerDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const assign = useAssignOwner(useCurrentUser());
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [ownerRef, setOwnerRef] = useState(postmortem.ownerRef);

  async function confirm() {
    const done = await run(() => assign(postmortem, ownerRef));
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('document.owner.dialogTitle')}
      confirm={t('document.dialog.save')}
      busy={busy}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <UserPicker
        label={t('fields.ownerRef')}
        helperText={t('fields.ownerHelp')}
        value={ownerRef}
        teamRefs={postmortem.teamRefs}
        onChange={setOwnerRef}
        initialFocus
      />
      <DocumentAccessWarning refs={[ownerRef]} effect="access" />
      <OwnerSuggestions
        known={{
          entityRefs: postmortem.entityRefs,
          commanderRef: postmortem.commanderRef,
          contributors: postmortem.contributors,
          postmortemId: postmortem.id,
        }}
        value={ownerRef}
        onChoose={setOwnerRef}
      />
    </FormDialog>
  );
}
