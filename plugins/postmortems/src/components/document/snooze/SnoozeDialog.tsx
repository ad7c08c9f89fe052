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
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../../translation';
import { errorText } from '../../shared';
import { FormDialog } from '../dialogs/FormDialog';
import { focusOnMount } from '../fields/focusOnMount';
import { FormField } from '../fields/FormField';
import { useDocument } from '../hooks/useDocument';
import { morningIn, morningOf } from './snoozeTimes';
import { useSnoozes } from './useSnoozes';

/** When to be reminded again, of the postmortem's deadline or of an action item. */
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
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const times = { tomorrow: morningIn(1, now), week: morningIn(7, now) };
  const until = choice === 'date' ? morningOf(date, now) : times[choice];

  async function confirm() {
    if (!until) return;
    setBusy(true);
    setError(undefined);
    try {
      await snooze(until.toUTC().toISO(), item);
      onClose();
    } catch (thrown) {
      setError(errorText(thrown as Error));
      setBusy(false);
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
      <RadioGroup
        aria-label={t('snooze.when')}
        value={choice}
        onChange={(_event, value) => setChoice(value as typeof choice)}
      >
        {(['tomorrow', 'week'] as const).map(each => (
          <FormControlLabel
            key={each}
            value={each}
            control={<Radio color="primary" />}
            label={t(`snooze.${each}`, {
              date: times[each].toLocaleString(
                {
                  weekday: 'short',
                  day: 'numeric',
                  month: 'short',
                },
                { locale },
              ),
            })}
          />
        ))}
        <FormControlLabel
          value="date"
          control={<Radio color="primary" />}
          label={t('snooze.date')}
        />
      </RadioGroup>
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
