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

import { LIMITS } from 'backstage-plugin-postmortems-common';
import { DateTime } from 'luxon';
import { useLocale, useTexts } from '../../../translation';
import { DateField } from '../../document/fields/DateField';
import { FormField } from '../../document/fields/FormField';
import type { ActionItemProblem } from './useActionItemWords';
import { useActionItemWords } from './useActionItemWords';
import type { DueForm } from './useDueForm';

/** The due date, and where it is later than the policy proposes, why. */
export function DueFields(props: {
  form: Omit<DueForm, 'isComplete' | 'body'>;
  /** Dates that are kept to the millisecond when their day is entered. */
  known: Array<string | undefined>;
  proposedDueAt?: string;
  /** What an empty field means, if anything. */
  helperText?: string;
  problem?: ActionItemProblem;
  required?: boolean;
  initialFocus?: boolean;
}) {
  const { form, known, proposedDueAt, helperText, problem } = props;
  const { t } = useTexts();
  const locale = useLocale();
  const { labels } = useActionItemWords();
  const proposal =
    proposedDueAt &&
    t('actionItem.due.proposed', {
      date: DateTime.fromISO(proposedDueAt).toLocaleString(DateTime.DATE_MED, {
        locale,
      }),
    });

  return (
    <>
      <DateField
        label={labels.dueAt}
        helperText={proposal || helperText || t('actionItem.due.help')}
        error={problem?.field === 'dueAt' ? problem.message : undefined}
        value={form.dueAt}
        known={known}
        onChange={form.setDueAt}
        required={props.required}
        initialFocus={props.initialFocus}
      />
      {form.needsReason && (
        <FormField
          label={labels.dueReason}
          helperText={t('actionItem.due.reasonHelp')}
          error={problem?.field === 'dueReason' ? problem.message : undefined}
          value={form.reason}
          onChange={event => form.setReason(event.target.value)}
          required
          inputProps={{ maxLength: LIMITS.reason }}
        />
      )}
    </>
  );
}
