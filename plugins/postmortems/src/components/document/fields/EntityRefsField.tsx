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

import Chip from '@material-ui/core/Chip';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../../translation';
import { EntityOption } from './EntityOption';
import { focusOnMount } from './focusOnMount';
import { FormField } from './FormField';

/** What both pickers of catalog entities take. */
export interface EntityFieldProps {
  label: string;
  error?: string;
  helperText?: string;
  required?: boolean;
  initialFocus?: boolean;
}

/** A field that holds catalog entities; what it offers is for the caller to look up. */
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
      // What is chosen must be among the options, but is not offered again. The catalog has
      // searched already, in titles too.
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
