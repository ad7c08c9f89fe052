import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTexts } from '../../texts/useTexts';
import { FormField } from './FormField';
import { useTextLimit } from './textLimits';

/** Edits free-form labels, normalized to lower case without spaces. */
export function LabelsField(props: {
  value: string[];
  onChange: (value: string[]) => void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const [longest = ''] = [...value].sort((a, b) => b.length - a.length);
  const tooLong = useTextLimit('label', longest).error;
  const { t } = useTexts();

  return (
    <Autocomplete
      multiple
      freeSolo
      options={[]}
      value={value}
      onChange={(_, labels) =>
        onChange([...new Set((labels as string[]).map(toLabel))])
      }
      clearText={t('fields.clear')}
      ChipProps={{ size: 'small' }}
      renderInput={params => (
        <FormField
          {...params}
          label={t('fields.labels')}
          error={tooLong ?? error}
          helperText={t('fields.labelsHelp')}
        />
      )}
    />
  );
}

function toLabel(text: string): string {
  return text.trim().toLocaleLowerCase('en-US').replace(/\s+/g, '-');
}
