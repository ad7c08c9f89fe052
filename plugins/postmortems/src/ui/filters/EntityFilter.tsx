import { useState } from 'react';
import type { ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import {
  EntityDisplayName,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../../data/catalogQueries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { focusOnMount } from '../fields/focusOnMount';
import { SubtleText } from '../layout/SubtleText';
import { FilterButton } from './FilterButton';
import { OptionList } from './OptionList';
import type { Option } from './OptionList';

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

  const found = useLoaded(
    catalogQueries.search(catalogApi, { kind: kinds }, text.trim()),
  );

  const refs = found.value?.refs ?? [];
  const known = new Set(extraOptions.map(option => option.value));
  // Selected entities stay visible even if the search doesn't find them.
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
        inputRef={focusOnMount}
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

/** Filters by catalog entities, with a search. */
export function EntityFilter(props: {
  label: string;
  kinds: string[];
  extraOptions?: Option[];
  selected?: string[];
  onChange: (selected?: string[]) => void;
  /** Text to append to the value, for example that sub-teams are included. */
  also?: string;
  /** Additional controls above the options. */
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
