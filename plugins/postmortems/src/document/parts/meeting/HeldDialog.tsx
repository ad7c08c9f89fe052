import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { usePolicy } from '../../../data/usePolicy';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { TimeField } from '../../../ui/fields/TimeField';
import { localZone } from '../../../ui/fields/localTime';
import { useDeadlinePreview } from '../../../ui/fields/useDeadlinePreview';
import { CorrectFactsDialog } from '../../dialogs/CorrectFactsDialog';
import { FrozenDocument } from '../../dialogs/FrozenDocument';
import { MoreTime, isJustified } from '../../facts/MoreTime';
import { useDocument } from '../../useDocument';
import { planOf } from './meeting';
import { useMeeting } from './useMeeting';

/** Records when the meeting was held, or removes the record. */
export function HeldDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { save, busy, errors } = useMeeting();
  const plan = planOf(postmortem);
  const needsMeeting = usePolicy()?.policy.satisfiedBy === 'meeting-held';
  const [heldAt, setHeldAt] = useState<string | undefined>(
    () => plan.heldAt ?? passed(plan.scheduledFor),
  );

  const [reason, setReason] = useState('');
  const [correcting, setCorrecting] = useState(false);
  const { severity, severityHistory, startedAt, resolvedAt, id } = postmortem;
  const { preview } = useDeadlinePreview(
    needsMeeting
      ? {
          severity,
          severityHistory,
          startedAt,
          resolvedAt,
          meetingHeldAt: heldAt ?? null,
          postmortemId: id,
        }
      : undefined,
  );
  const { needs = 'nothing' } = preview ?? {};

  async function confirm() {
    const why = reason.trim() ? { reason: reason.trim() } : {};
    if (await save({ ...plan, heldAt, ...why })) onClose();
  }

  if (correcting) {
    return (
      <FrozenDocument>
        <CorrectFactsDialog
          initial={{ meetingHeldAt: heldAt }}
          onClose={onClose}
        />
      </FrozenDocument>
    );
  }
  return (
    <FormDialog
      title={t('meeting.heldTitle')}
      confirm={t('document.dialog.save')}
      busy={busy}
      disabled={(!heldAt && !plan.heldAt) || !isJustified(needs, reason)}
      error={errors['']}
      onConfirm={confirm}
      onClose={onClose}
    >
      {needsMeeting && <Typography>{t('meeting.heldText')}</Typography>}
      <TimeField
        label={t('fields.meetingHeldAt')}
        helperText={
          plan.heldAt
            ? t('meeting.heldHelp', { zone: localZone() })
            : localZone()
        }
        value={heldAt}
        onChange={setHeldAt}
        error={errors.meetingHeldAt}
        required={!plan.heldAt}
        initialFocus
      />
      <MoreTime
        needs={needs}
        reason={reason}
        onReason={setReason}
        error={errors.reason}
        onCorrect={() => setCorrecting(true)}
      />
    </FormDialog>
  );
}

/** The scheduled time if it has passed; otherwise the current time. */
function passed(scheduledFor: string | undefined): string {
  const now = new Date();
  return scheduledFor && Date.parse(scheduledFor) <= now.getTime()
    ? scheduledFor
    : now.toISOString();
}
