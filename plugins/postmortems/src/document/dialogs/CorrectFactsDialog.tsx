import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import type {
  CorrectFacts,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { usePolicy } from '../../data/usePolicy';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { CheckboxField } from '../../ui/fields/CheckboxField';
import { DeadlinePreview } from '../../ui/fields/DeadlinePreview';
import { SeverityField } from '../../ui/fields/SeverityField';
import { TimeField } from '../../ui/fields/TimeField';
import { localZone } from '../../ui/fields/localTime';
import { useDeadlinePreview } from '../../ui/fields/useDeadlinePreview';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useDocument } from '../useDocument';
import { useMutation } from './useMutation';

/** Facts that determine the deadline. */
interface DecidingFacts {
  severity: string;
  startedAt: string | undefined;
  resolvedAt: string | undefined;
  meetingHeldAt: string | undefined;
}

/** Lets someone who isn't involved in the postmortem correct facts that determine the deadline. */
export function CorrectFactsDialog(props: {
  /** Values already entered in another dialog. */
  initial?: Partial<DecidingFacts>;
  onClose: () => void;
}) {
  const { initial, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [facts, setFacts] = useState(() => ({
    ...decidingFacts(postmortem),
    ...initial,
  }));
  const [ongoing, setOngoing] = useState(facts.resolvedAt === undefined);
  const [reason, setReason] = useState('');
  const meets =
    usePolicy()?.policy.satisfiedBy === 'meeting-held' ||
    postmortem.meetingHeldAt !== undefined;
  const mine = ongoing ? { ...facts, resolvedAt: undefined } : facts;
  const changes = changesOf(decidingFacts(postmortem), mine);
  const preview = useDeadlinePreview({
    ...mine,
    meetingHeldAt: mine.meetingHeldAt ?? null,
    postmortemId: postmortem.id,
  });

  async function confirm() {
    const done = await run(() =>
      send('correctFacts', {
        params: { id: postmortem.id },
        body: { ...changes, reason: reason.trim() },
        ifMatch: postmortem.revision,
      }),
    );
    if (done) onClose();
  }

  const timeField = (field: 'startedAt' | 'resolvedAt' | 'meetingHeldAt') => ({
    label: t(`fields.${field}`),
    value: mine[field],
    onChange: (time: string | undefined) =>
      setFacts(current => ({ ...current, [field]: time })),
  });

  return (
    <FormDialog
      title={t('document.correction.title', { id: postmortem.id })}
      confirm={t('document.correction.confirm')}
      busy={busy}
      disabled={
        !reason.trim() || !mine.startedAt || Object.keys(changes).length === 0
      }
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('document.correction.text')}</Typography>
      <SeverityField
        label={t('document.correction.severity')}
        helperText={t('document.correction.severityHelp')}
        value={mine.severity}
        onChange={severity => setFacts(current => ({ ...current, severity }))}
      />
      <SubtleText>{t('fields.zone', { zone: localZone() })}</SubtleText>
      <TimeField {...timeField('startedAt')} required />
      <div>
        <TimeField {...timeField('resolvedAt')} disabled={ongoing} />
        <CheckboxField
          label={t('fields.ongoing')}
          value={ongoing}
          onChange={setOngoing}
        />
      </div>
      {meets && <TimeField {...timeField('meetingHeldAt')} />}
      <DeadlinePreview state={preview} />
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function decidingFacts(postmortem: Postmortem): DecidingFacts {
  const { governingSeverity, startedAt, resolvedAt, meetingHeldAt } =
    postmortem;
  return { severity: governingSeverity, startedAt, resolvedAt, meetingHeldAt };
}

/** Returns changed values, with `null` for removed ones. */
function changesOf(
  saved: DecidingFacts,
  mine: DecidingFacts,
): Omit<CorrectFacts, 'reason'> {
  const fields = Object.keys(saved) as Array<keyof DecidingFacts>;
  return Object.fromEntries(
    fields
      .filter(field => !isSame(saved[field], mine[field]))
      .map(field => [field, mine[field] ?? null]),
  );
}

/** Compares severities or times. Equal times may be written differently. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return (
    one === other ||
    (one !== undefined &&
      other !== undefined &&
      Date.parse(one) === Date.parse(other))
  );
}
