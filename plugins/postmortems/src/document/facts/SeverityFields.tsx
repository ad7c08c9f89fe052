import { useTexts } from '../../texts/useTexts';
import { FormField } from '../../ui/fields/FormField';
import { SeverityField } from '../../ui/fields/SeverityField';
import { FactsDeadline } from './FactsDeadline';
import type { FactsForm } from './useFactsForm';

/** Severity, the reason for changing it, and the resulting deadline. */
export function SeverityFields(props: {
  form: FactsForm;
  onCorrect: () => void;
}) {
  const { form } = props;
  const { facts, set, errors } = form;
  const { t } = useTexts();

  return (
    <>
      <SeverityField
        value={facts.severity}
        onChange={severity => set('severity', severity)}
        error={errors.severity}
      />
      <FormField
        label={t('fields.severityReason')}
        error={errors.severityReason}
        helperText={t('fields.severityReasonHelp')}
        value={facts.severityReason}
        onChange={event => set('severityReason', event.target.value)}
        limit="line"
      />
      <FactsDeadline form={form} onCorrect={props.onCorrect} />
    </>
  );
}
