import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { useRequest } from '../../ui/feedback/useRequest';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { FormField } from '../../ui/fields/FormField';
import { RadioOptions } from '../../ui/fields/RadioOptions';
import { focusOnMount } from '../../ui/fields/focusOnMount';
import { useDocument } from '../useDocument';
import { morningIn, morningOf } from './snoozeTimes';
import { useSnoozes } from './useSnoozes';

/** Asks when reminders about the deadline or an action item should resume. */
export function SnoozeDialog(props: {
  item?: ActionItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const locale = useLocale();
  const { postmortem } = useDocument();
  const { snooze } = useSnoozes();
  const [now] = useState(() => DateTime.local());
  const [choice, setChoice] = useState<'tomorrow' | 'week' | 'date'>(
    'tomorrow',
  );
  const [date, setDate] = useState(() => morningIn(2, now).toISODate() ?? '');
  const { run, busy, error } = useRequest();

  const times = { tomorrow: morningIn(1, now), week: morningIn(7, now) };
  const until = choice === 'date' ? morningOf(date, now) : times[choice];

  async function confirm() {
    if (until && (await run(() => snooze(until.toUTC().toISO(), item)))) {
      onClose();
    }
  }

  return (
    <FormDialog
      title={t('snooze.title', { id: item?.id ?? postmortem.id })}
      confirm={t('snooze.confirm')}
      busy={busy}
      disabled={!until}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('snooze.text')}</Typography>
      <RadioOptions
        aria-label={t('snooze.when')}
        options={[
          ...(['tomorrow', 'week'] as const).map(each => ({
            value: each,
            label: t(`snooze.${each}`, {
              date: times[each].toLocaleString(
                { weekday: 'short', day: 'numeric', month: 'short' },
                { locale },
              ),
            }),
          })),
          { value: 'date' as const, label: t('snooze.date') },
        ]}
        value={choice}
        onChange={setChoice}
      />
      {choice === 'date' && (
        <FormField
          type="date"
          label={t('snooze.dateLabel')}
          value={date}
          onChange={event => setDate(event.target.value)}
          error={until ? undefined : t('snooze.dateProblem')}
          inputRef={focusOnMount}
          InputLabelProps={{ shrink: true }}
          inputProps={{ min: morningIn(1, now).toISODate() ?? undefined }}
        />
      )}
    </FormDialog>
  );
}
