import { EntityRefsField } from './EntityRefsField';
import type { EntityFieldProps } from './EntityRefsField';
import { usePeopleSearch } from './usePeopleSearch';

/** Selects several users and, optionally, groups. */
export function PeoplePicker(
  props: EntityFieldProps & {
    value: string[];
    onChange: (value: string[]) => void;
    teamRefs: string[];
    /** Whether groups can be selected. */
    groups?: boolean;
    /** A user who can't be selected. */
    except?: string;
  },
) {
  const { teamRefs, groups = false, except, ...field } = props;
  const { options, ...search } = usePeopleSearch({ teamRefs, groups });

  return (
    <EntityRefsField
      {...field}
      {...search}
      options={options.filter(ref => ref !== except)}
    />
  );
}
