import { useState } from 'react';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { FormField } from './FormField';
import { focusOnMount } from './focusOnMount';

/** Selects a postmortem by id or title. Offers the latest ones until the user types. */
export function PostmortemPicker(props: {
  label: string;
  helperText: string;
  value: PostmortemSummary | undefined;
  onChange: (value: PostmortemSummary | undefined) => void;
  /** Id of a postmortem to leave out. */
  except?: string;
}) {
  const { value, except } = props;
  const { t } = useTexts();
  const [term, setTerm] = useState('');
  const hits = useLoaded(postmortemQueries.search(value ? '' : term));

  return (
    <Autocomplete
      value={value ?? null}
      onChange={(_, chosen) => props.onChange(chosen ?? undefined)}
      inputValue={term}
      onInputChange={(_, input) => setTerm(input)}
      options={hits.value?.filter(({ id }) => id !== except) ?? []}
      // The options already match, because the backend did the search.
      filterOptions={postmortems => postmortems}
      getOptionLabel={({ id, title }) => `${id} ${title}`}
      getOptionSelected={(option, chosen) => option.id === chosen.id}
      loading={hits.loading}
      openText={t('fields.openOptions')}
      closeText={t('fields.closeOptions')}
      clearText={t('fields.clear')}
      loadingText={t('fields.searching')}
      noOptionsText={
        hits.error ? t('unstarted.cover.failed') : t('fields.nothingFound')
      }
      renderInput={params => (
        <FormField
          {...params}
          label={props.label}
          helperText={props.helperText}
          inputRef={focusOnMount}
        />
      )}
    />
  );
}
