import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { usePolicy } from '../../data/usePolicy';
import { useSend } from '../../data/mutations';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { withPlace } from '../../ui/dates/zones';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { DateField } from '../../ui/fields/DateField';
import { RadioOptions } from '../../ui/fields/RadioOptions';
import { useDocument } from '../useDocument';
import { EXTENSIONS, extensionDays } from './extensionDays';
import type { ProposedExtension } from './extensionDays';
import { useMutation } from './useMutation';

const WEEKDAYS = { workingDays: [1, 2, 3, 4, 5] };

/** Grants or changes an extension. */
export function ExtensionDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const locale = useLocale();
  const send = useSend();
  const { postmortem } = useDocument();
  const { timeZone, extension } = postmortem;
  const { run, busy, error } = useMutation();
  const [now] = useState(() => DateTime.local());
  const isRunning = extension && DateTime.fromISO(extension.dueAt) > now;
  const [reason, setReason] = useState(extension?.reason ?? '');
  const [choice, setChoice] = useState<ProposedExtension | 'date'>(
    isRunning ? 'date' : '1d',
  );
  const [date, setDate] = useState(isRunning ? extension.dueAt : undefined);

  const days = extensionDays(
    postmortem.dueAt,
    timeZone,
    usePolicy()?.policy ?? WEEKDAYS,
    now,
  );
  const dueAt =
    choice === 'date' ? date : days[choice].toUTC().toISO() ?? undefined;

  async function confirm() {
    if (!dueAt) return;
    const done = await run(() =>
      send('putExtension', {
        params: { id: postmortem.id },
        body: { reason: reason.trim(), dueAt },
        ifMatch: postmortem.revision,
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('document.extension.dialogTitle', { id: postmortem.id })}
      confirm={t('document.extension.grant')}
      busy={busy}
      disabled={!reason.trim() || !dueAt}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('document.extension.text')}</Typography>
      <RadioOptions
        aria-label={t('document.extension.dueAt')}
        options={[
          ...EXTENSIONS.map(each => ({
            value: each,
            label: t(`document.extension.by.${each}`, {
              date: withPlace(
                days[each].toLocaleString(
                  { weekday: 'short', day: 'numeric', month: 'short' },
                  { locale },
                ),
                days[each],
              ),
            }),
          })),
          { value: 'date' as const, label: t('document.extension.by.date') },
        ]}
        value={choice}
        onChange={setChoice}
      />
      {choice === 'date' && (
        <DateField
          label={t('document.extension.dueAt')}
          value={date}
          zone={timeZone}
          known={[extension?.dueAt]}
          onChange={setDate}
          required
          initialFocus
        />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
