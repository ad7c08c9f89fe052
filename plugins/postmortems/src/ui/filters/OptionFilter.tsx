import { FilterButton } from './FilterButton';
import { OptionList } from './OptionList';
import type { Option } from './OptionList';

/** Filters by a fixed set of values. */
export function OptionFilter(props: {
  label: string;
  options: Option[];
  selected?: string[];
  onChange: (selected?: string[]) => void;
}) {
  const { label, options, selected = [], onChange } = props;
  // Show unknown values from the URL, so that they can be deselected.
  const unknownValues = selected
    .filter(value => options.every(option => option.value !== value))
    .map(value => ({ value, label: value }));
  const all = [...options, ...unknownValues];
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
