import { useTexts } from '../../texts/useTexts';
import { FormField } from '../fields/FormField';
import { focusOnMount } from '../fields/focusOnMount';

/** The reason for a change. Shown in the history. */
export function ReasonField(props: {
  value: string;
  onChange: (value: string) => void;
  initialFocus?: boolean;
}) {
  const { t } = useTexts();
  return (
    <FormField
      label={t('document.dialog.reason')}
      helperText={t('document.dialog.reasonHelp')}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      inputRef={props.initialFocus ? focusOnMount : undefined}
      required
      limit="reason"
    />
  );
}
