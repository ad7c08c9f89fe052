import Chip from '@material-ui/core/Chip';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../texts/useTexts';
import { EntityOption } from './EntityOption';
import { FormField } from './FormField';
import { focusOnMount } from './focusOnMount';

/** Props shared by the pickers for catalog entities. */
export interface EntityFieldProps {
  label: string;
  error?: string;
  helperText?: string;
  required?: boolean;
  initialFocus?: boolean;
}

/** A field for catalog entities, with options from the caller. */
export function EntityRefsField(
  props: EntityFieldProps & {
    value: string[];
    onChange: (value: string[]) => void;
    options: string[];
    noteFor?: (entityRef: string) => string | undefined;
    loading: boolean;
    failed: boolean;
    term: string;
    onTerm: (term: string) => void;
    open: boolean;
    onOpen: (open: boolean) => void;
  },
) {
  const { value, options, noteFor, term, onTerm, open, onOpen } = props;
  const { t } = useTexts();

  return (
    <Autocomplete
      multiple
      open={open}
      onOpen={() => onOpen(true)}
      onClose={() => onOpen(false)}
      value={value}
      onChange={(_, refs) => props.onChange(refs)}
      inputValue={term}
      onInputChange={(_, input) => onTerm(input)}
      // Selected values must be among the options. No filtering is needed, because the catalog
      // search already covers names and titles.
      options={[...new Set([...value, ...options])]}
      filterOptions={refs => refs.filter(ref => !value.includes(ref))}
      loading={props.loading}
      openText={t('fields.openOptions')}
      closeText={t('fields.closeOptions')}
      clearText={t('fields.clear')}
      loadingText={t('fields.searching')}
      noOptionsText={
        props.failed ? t('fields.catalogFailed') : t('fields.nothingFound')
      }
      renderOption={ref => (
        <EntityOption entityRef={ref} note={noteFor?.(ref)} />
      )}
      renderTags={(refs, getTagProps) =>
        refs.map((ref, index) => {
          const { key: _, ...tag } = getTagProps({ index }) as { key: unknown };
          return (
            <Chip
              key={ref}
              size="small"
              label={<EntityDisplayName entityRef={ref} disableTooltip />}
              {...tag}
            />
          );
        })
      }
      renderInput={params => (
        <FormField
          {...params}
          label={props.label}
          error={props.error}
          helperText={props.helperText}
          required={props.required}
          inputRef={props.initialFocus ? focusOnMount : undefined}
        />
      )}
    />
  );
}
