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

import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { postmortemsTranslationRef } from '../../../translation';
import { EntityRefsField } from './EntityRefsField';
import type { EntityFieldProps } from './EntityRefsField';
import { useCatalogSearch } from './useCatalogSearch';
import { useCurrentUser } from './useCurrentUser';

const users = { kind: 'user' };
const NO_TEAMS: string[] = [];

/**
 * One user. Before anything is typed, those who are likely come first, with the reason: the
 * reader, and the members of the owning teams.
 */
export function UserPicker(
  props: EntityFieldProps & {
    value?: string;
    onChange: (value: string | undefined) => void;
    teamRefs?: string[];
  },
) {
  const { value, onChange, teamRefs = NO_TEAMS, ...field } = props;
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const me = useCurrentUser();
  const [term, setTerm] = useState('');
  const [open, setOpen] = useState(false);

  const teams = teamRefs.join(' ');
  const membersOfTeams = useMemo(
    () => ({ kind: 'user', 'relations.memberOf': teams.split(' ') }),
    [teams],
  );
  const found = useCatalogSearch(users, term, open);
  const members = useCatalogSearch(membersOfTeams, '', open && teams !== '');

  const likely = [...(me ? [me] : []), ...members.refs];
  function noteFor(ref: string): string {
    if (ref === me) return t('fields.reasonMe');
    return members.refs.includes(ref) ? t('fields.reasonTeam') : '';
  }

  return (
    <EntityRefsField
      {...field}
      value={value ? [value] : []}
      onChange={refs => onChange(refs[refs.length - 1])}
      options={term ? found.refs : [...new Set([...likely, ...found.refs])]}
      noteFor={noteFor}
      loading={found.loading}
      failed={found.failed}
      term={term}
      onTerm={setTerm}
      open={open}
      onOpen={setOpen}
    />
  );
}
