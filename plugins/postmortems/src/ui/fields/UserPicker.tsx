import { useMemo } from 'react';
import { EntityRefsField } from './EntityRefsField';
import type { EntityFieldProps } from './EntityRefsField';
import { usePeopleSearch } from './usePeopleSearch';

const NO_TEAMS: string[] = [];

/** Selects one user or, optionally, a group. */
export function UserPicker(
  props: EntityFieldProps & {
    value?: string;
    onChange: (value: string | undefined) => void;
    teamRefs?: string[];
    /** Whether a group can be selected. */
    groups?: boolean;
  },
) {
  const {
    value,
    onChange,
    teamRefs = NO_TEAMS,
    groups = false,
    ...field
  } = props;
  const search = usePeopleSearch({ teamRefs, groups });
  // A new array would reset the typed text.
  const chosen = useMemo(() => (value ? [value] : []), [value]);

  return (
    <EntityRefsField
      {...field}
      {...search}
      value={chosen}
      onChange={refs => onChange(refs[refs.length - 1])}
    />
  );
}
