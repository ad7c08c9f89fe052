import { usePolicy } from '../../data/usePolicy';
import { useTexts } from '../../texts/useTexts';
import { SelectField } from './SelectField';

/** Selects a configured severity; the most severe comes first. */
export function SeverityField(props: {
  value: string;
  onChange: (value: string) => void;
  error?: string;
  label?: string;
  helperText?: string;
}) {
  const { value, onChange, error, label, helperText } = props;
  const { t } = useTexts();
  const configured = usePolicy()?.severities ?? [];
  const known = configured.some(severity => severity.id === value);

  return (
    <SelectField
      label={label ?? t('fields.severity')}
      helperText={helperText}
      options={[
        // Keep a value that is no longer configured.
        ...(value && !known ? [{ value, label: value }] : []),
        ...configured.map(({ id, aliases }) => ({
          value: id,
          label:
            aliases.length > 0
              ? t('fields.severityOption', { id, aliases: aliases.join(', ') })
              : id,
        })),
      ]}
      value={value}
      onChange={onChange}
      error={error}
      required
    />
  );
}
