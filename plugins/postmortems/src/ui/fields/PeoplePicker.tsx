import { EntityRefsField } from './EntityRefsField';
import type { EntityFieldProps } from './EntityRefsField';
import { usePeopleSearch } from './usePeopleSearch';

/** Several users, optionally groups. */
export function PeoplePicker(
  props: EntityFieldProps & {
    value: string[];
    onChange: (value: string[]) => void;
    teamRefs: string[];
    /** Whether groups can be selected. */
    groups?: boolean;
    /** A user who cannot be selected. */
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
