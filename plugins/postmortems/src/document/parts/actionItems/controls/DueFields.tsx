import { DateTime } from 'luxon';
import { useLocale } from '../../../../texts/useLocale';
import { useTexts } from '../../../../texts/useTexts';
import { inZone } from '../../../../ui/dates/zones';
import { DateField } from '../../../../ui/fields/DateField';
import { FormField } from '../../../../ui/fields/FormField';
import { useActionItemWords } from './useActionItemWords';
import type { ActionItemProblem } from './useActionItemWords';
import type { DueForm } from './useDueForm';

/** Fields for the due date, and for the reason if it is later than the policy suggests. */
export function DueFields(props: {
  form: Omit<DueForm, 'isComplete' | 'body'>;
  /**
   * Existing times to preserve: entering the same day keeps the exact time instead of the end of
   * the day.
   */
  known: Array<string | undefined>;
  proposedDueAt?: string;
  /** The time zone of the due date. */
  zone?: string;
  /** Explains an empty field, if that has a meaning. */
  helperText?: string;
  problem?: ActionItemProblem;
  required?: boolean;
  initialFocus?: boolean;
}) {
  const { form, known, proposedDueAt, zone, helperText, problem } = props;
  const { t } = useTexts();
  const locale = useLocale();
  const { labels } = useActionItemWords();
  const proposal =
    proposedDueAt &&
    t('actionItem.due.proposed', {
      date: inZone(proposedDueAt, zone).toLocaleString(DateTime.DATE_MED, {
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
        zone={zone}
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
          limit="reason"
        />
      )}
    </>
  );
}
