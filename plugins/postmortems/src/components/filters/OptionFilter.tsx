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

import { FilterButton } from './FilterButton';
import { OptionList } from './OptionList';
import type { Option } from './OptionList';

/** A filter over a few known values. */
export function OptionFilter(props: {
  label: string;
  options: Option[];
  selected?: string[];
  onChange: (selected?: string[]) => void;
}) {
  const { label, options, selected = [], onChange } = props;
  // A value from the address that is none of the options can still be seen and unticked.
  const strays = selected
    .filter(value => options.every(option => option.value !== value))
    .map(value => ({ value, label: value }));
  const all = [...options, ...strays];
  const chosen = all.filter(({ value }) => selected.includes(value));

  return (
    <FilterButton
      label={label}
      value={
        chosen.length > 0
          ? chosen.map(option => option.label).join(', ')
          : undefined
      }
      onClear={() => onChange(undefined)}
    >
      <OptionList options={all} selected={selected} onChange={onChange} />
    </FilterButton>
  );
}
