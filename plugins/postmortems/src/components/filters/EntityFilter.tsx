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

import { useState } from 'react';
import type { ReactNode } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import TextField from '@material-ui/core/TextField';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  EntityDisplayName,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { useTexts } from '../../translation';
import { SubtleText } from '../shared';
import { FilterButton } from './FilterButton';
import { OptionList } from './OptionList';
import type { Option } from './OptionList';

/** As many as one looks through; for the rest one types. */
const SHOWN = 20;

function EntityOptions(props: {
  label: string;
  kinds: string[];
  extraOptions: Option[];
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { label, kinds, extraOptions, selected, onChange } = props;
  const { t } = useTexts();
  const catalogApi = useApi(catalogApiRef);
  const [text, setText] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(text.trim()), 250, [text]);

  const found = useAsync(
    async () =>
      catalogApi.queryEntities({
        filter: { kind: kinds },
        fields: ['kind', 'metadata', 'spec.profile', 'spec.type'],
        fullTextFilter: {
          term,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: SHOWN,
      }),
    [catalogApi, term, kinds.join()],
  );

  const refs = found.value?.items.map(stringifyEntityRef) ?? [];
  const known = new Set(extraOptions.map(option => option.value));
  // What is chosen stays in sight, whether the search finds it or not.
  const shown = [...new Set([...selected, ...refs])].filter(
    ref => !known.has(ref),
  );
  const hidden = (found.value?.totalItems ?? 0) - refs.length;

  return (
    <>
      <TextField
        fullWidth
        size="small"
        variant="outlined"
        placeholder={t('filters.find')}
        inputProps={{ 'aria-label': t('filters.findIn', { label }) }}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <OptionList
        options={[
          ...extraOptions,
          ...shown.map(ref => ({
            value: ref,
            label: (
              <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
            ),
          })),
        ]}
        selected={selected}
        onChange={onChange}
      />
      <SubtleText variant="caption" role="status">
        {found.error && t('filters.catalogError')}
        {found.value && refs.length === 0 && t('filters.nothingFound')}
        {hidden > 0 && t('filters.more', { count: hidden })}
      </SubtleText>
    </>
  );
}

/** A filter over entities of the catalog, which is searched as one types. */
export function EntityFilter(props: {
  label: string;
  kinds: string[];
  extraOptions?: Option[];
  selected?: string[];
  onChange: (selected?: string[]) => void;
  /** What else is meant with those chosen. */
  also?: string;
  /** How to say that more is meant with those chosen. */
  children?: ReactNode;
}) {
  const { label, kinds, extraOptions = [], selected = [], onChange } = props;
  const first = extraOptions.find(option => option.value === selected[0]);

  return (
    <FilterButton
      label={label}
      value={
        selected.length > 0 ? (
          <>
            {first?.label ?? (
              <EntityDisplayName
                entityRef={selected[0]}
                hideIcon
                disableTooltip
              />
            )}
            {selected.length > 1 && ` +${selected.length - 1}`}
            {props.also && ` ${props.also}`}
          </>
        ) : undefined
      }
      onClear={() => onChange(undefined)}
    >
      {props.children}
      <EntityOptions
        label={label}
        kinds={kinds}
        extraOptions={extraOptions}
        selected={selected}
        onChange={onChange}
      />
    </FilterButton>
  );
}
