import { useState } from 'react';
import { useSend } from '../../data/mutations';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { useNavigate } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../useDocument';
import { MergePreviewCard } from './MergePreviewCard';
import { PostmortemPicker } from '../../ui/fields/PostmortemPicker';
import { useMergePreview } from './useMergePreview';
import Typography from '@material-ui/core/Typography';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';

/** Merges this postmortem, as a duplicate, into another one, and then opens that one. */
export function MergeDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const navigate = useNavigate();
  const toPostmortem = useRouteRef(postmortemRouteRef);
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const { id, revision } = postmortem;
  const [into, setInto] = useState<PostmortemSummary>();
  const [reason, setReason] = useState('');
  const loaded = useMergePreview(into?.id, { duplicateId: id });

  async function confirm() {
    const survivor = await run(() =>
      send('mergePostmortem', {
        params: { id },
        body: { intoId: into!.id, reason: reason.trim() },
        ifMatch: revision,
      }),
    );
    if (survivor) navigate(toPostmortem({ id: survivor.id }));
  }

  return (
    <FormDialog
      title={t('merge.title', { id })}
      confirm={t('merge.confirm')}
      busy={busy}
      disabled={
        !into || !reason.trim() || Boolean(loaded.preview?.refusedBecause)
      }
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('merge.text', { id })}</Typography>
      <PostmortemPicker
        label={t('merge.into')}
        helperText={t('merge.intoHelp')}
        value={into}
        onChange={setInto}
        except={id}
      />
      {into && <MergePreviewCard id={into.id} loaded={loaded} />}
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
