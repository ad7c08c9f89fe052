import { useMemo, useState } from 'react';
import { useTexts } from '../../texts/useTexts';
import { useCatalogSearch } from './useCatalogSearch';
import { useCurrentUser } from './useCurrentUser';

const users = { kind: 'user' };
const usersAndGroups = { kind: ['user', 'group'] };

/**
 * Options for a field that selects users, or users and groups. Before a search, suggests the user
 * themselves, the owning teams (if groups are allowed), the teams' members, and users who own a
 * service, each with a reason.
 */
export function usePeopleSearch(options: {
  teamRefs: string[];
  /** Whether groups can be selected. */
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
    ...teamRefs.filter(ref => groups || ref.startsWith('user:')),
    ...members.refs,
  ];
  function noteFor(ref: string): string | undefined {
    if (ref === me) return t('fields.reasonMe');
    if (likely.includes(ref)) return t('fields.reasonTeam');
    // The kind is redundant if all options are users.
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
