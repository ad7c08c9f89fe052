import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import type {
  Incident,
  Postmortem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { useRequest } from '../../ui/feedback/useRequest';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { MergePreviewCard } from '../merge/MergePreviewCard';
import { PostmortemPicker } from '../../ui/fields/PostmortemPicker';
import { useMergePreview } from '../merge/useMergePreview';

/** Links an incident that has no postmortem, or only an untouched draft, to another postmortem. */
export function LinkIncidentDialog(props: {
  incident: Pick<Incident, 'id' | 'sourceTitle' | 'key' | 'title'>;
  /** Id of the draft to replace. */
  draftId?: string;
  onCovered: (postmortem: Postmortem) => void;
  onClose: () => void;
}) {
  const { incident, draftId, onCovered, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const [chosen, setChosen] = useState<PostmortemSummary>();
  const [reason, setReason] = useState('');
  const { run, busy, error } = useRequest();

  const loaded = useMergePreview(chosen?.id, { incidentId: incident.id });
  const { preview } = loaded;
  const needsReason = Boolean(preview && preview.gains.length > 0);

  async function confirm() {
    const covered = await run(() =>
      send('coverIncident', {
        params: { id: chosen!.id, incidentId: incident.id },
        ...(reason.trim() && { body: { reason: reason.trim() } }),
      }),
    );
    if (!covered) return;
    onCovered(covered);
    onClose();
  }

  return (
    <FormDialog
      title={t('unstarted.cover.title')}
      confirm={t('unstarted.cover.confirm')}
      busy={busy}
      disabled={
        !chosen ||
        Boolean(preview?.refusedBecause) ||
        (needsReason && !reason.trim())
      }
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {t('unstarted.cover.incident', {
          source: incident.sourceTitle,
          key: incident.key,
          title: incident.title,
        })}
      </Typography>
      <PostmortemPicker
        label={t('unstarted.cover.postmortem')}
        helperText={
          draftId
            ? t('unstarted.cover.draftGoes', { id: draftId })
            : t('unstarted.cover.follows')
        }
        value={chosen}
        onChange={setChosen}
        except={draftId}
      />
      {chosen && <MergePreviewCard id={chosen.id} loaded={loaded} />}
      {needsReason && !preview?.refusedBecause && (
        <ReasonField value={reason} onChange={setReason} />
      )}
    </FormDialog>
  );
}
