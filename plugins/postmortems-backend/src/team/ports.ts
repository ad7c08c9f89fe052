export type { Absence, AbsenceStore } from './AbsenceStore';
export type { Linked, Linking, NamedRef, Ownership } from './Linking';
export {
  ANCESTOR,
  ancestorsAmong,
  teamPlans,
  teamsFilter,
  whereOfTeams,
  withAncestors,
} from './TeamStore';
export {
  GROUP_ACTION_ITEMS,
  GROUP_CHANGES,
  GROUP_POSTMORTEMS,
} from './groupLists';
export { listGroup, withGroups } from './readGroupLists';
export { parentsAmong } from './parentsAmong';
export type { TeamSearch, TeamStore } from './TeamStore';
export { assertInCatalog, userField } from './Linking';
