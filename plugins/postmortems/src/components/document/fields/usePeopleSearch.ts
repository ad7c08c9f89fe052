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
import { useTexts } from '../../../translation';
import { useCatalogSearch } from './useCatalogSearch';
import { useCurrentUser } from './useCurrentUser';

const users = { kind: 'user' };
const usersAndGroups = { kind: ['user', 'group'] };

/**
 * What a field offers that holds users, or users and groups. Before anything is typed, those who
 * are likely come first, with the reason: the reader, the owning teams where groups may be chosen,
 * and the teams' members.
 */
export function usePeopleSearch(options: {
  teamRefs: string[];
  /** Whether groups may be chosen too. */
  groups: boolean;
}) {
  const { teamRefs, groups } = options;
  const { t } = useTexts();
  const me = useCurrentUser();
  const [term, setTerm] = useState('');
  const [open, setOpen] = useState(false);

  const teams = teamRefs.join(' ');
  const membersOfTeams = useMemo(
    () => ({ kind: 'user', 'relations.memberOf': teams.split(' ') }),
    [teams],
  );
  const found = useCatalogSearch(groups ? usersAndGroups : users, term, open);
  const members = useCatalogSearch(membersOfTeams, '', open && teams !== '');

  const likely = [
    ...(me ? [me] : []),
    ...(groups ? teamRefs : []),
    ...members.refs,
  ];
  function noteFor(ref: string): string | undefined {
    if (ref === me) return t('fields.reasonMe');
    if (likely.includes(ref)) return t('fields.reasonTeam');
    // Among users, nobody needs to be told that it is one.
    return groups ? undefined : '';
  }

  return {
    options: term ? found.refs : [...new Set([...likely, ...found.refs])],
    noteFor,
    loading: found.loading,
    failed: found.failed,
    term,
    onTerm: setTerm,
    open,
    onOpen: setOpen,
  };
}
