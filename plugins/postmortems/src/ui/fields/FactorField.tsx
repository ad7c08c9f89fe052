import type { Ref } from 'react';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { KnownContributingFactor } from 'backstage-plugin-postmortems-common';
import { factorQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { SubtleText } from '../layout/SubtleText';
import { FormField } from './FormField';

/**
 * Edits the title of a contributing factor, and suggests those of other postmortems. Any other title
 * is fine too.
 */
export function FactorField(props: {
  label: string;
  helperText: string;
  value: string;
  onChange: (title: string) => void;
  /** Called instead of `onChange` if the user selects a suggestion. */
  onSelect: (factor: KnownContributingFactor) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** A title not to suggest. */
  except?: string;
}) {
  const { value, onChange, onSelect, except } = props;
  const { t } = useTexts();
  const text = value.trim();
  const found = useLoaded({
    ...factorQueries.find(text),
    enabled: text !== '',
  });

  return (
    <Autocomplete<KnownContributingFactor, false, false, true>
      freeSolo
      // The text is the value. Selecting a suggestion only fills it in.
      value={null}
      onChange={(_, selected) => {
        if (selected && typeof selected === 'object') onSelect(selected);
      }}
      inputValue={value}
      onInputChange={(_, input, reason) => {
        if (reason !== 'reset') onChange(input);
      }}
      options={
        (text && found.value?.filter(({ title }) => title !== except)) || []
      }
      // The backend has already filtered them.
      filterOptions={factors => factors}
      // Called with the text too if the user presses Enter.
      getOptionLabel={option =>
        typeof option === 'string' ? option : option.title
      }
      renderOption={({ title, category, postmortems }) => (
        <div>
          <Typography variant="body2">{title}</Typography>
          <SubtleText variant="caption">
            {[
              category && t(`document.factors.category.${category}`),
              t('list.count', { count: postmortems }),
            ]
              .filter(Boolean)
              .join(', ')}
          </SubtleText>
        </div>
      )}
      clearText={t('fields.clear')}
      openText={t('fields.openOptions')}
      closeText={t('fields.closeOptions')}
      renderInput={params => (
        <FormField
          {...params}
          label={props.label}
          helperText={props.helperText}
          inputRef={props.inputRef}
          limit="title"
        />
      )}
    />
  );
}
