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

import { useMemo } from 'react';
import { EntityRefsField } from './EntityRefsField';
import type { EntityFieldProps } from './EntityRefsField';
import { usePeopleSearch } from './usePeopleSearch';

const NO_TEAMS: string[] = [];

/** One user, or one user or group. */
export function UserPicker(
  props: EntityFieldProps & {
    value?: string;
    onChange: (value: string | undefined) => void;
    teamRefs?: string[];
    /** Whether a group may be chosen too. */
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
  // The field forgets what is typed whenever it is given another array.
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
