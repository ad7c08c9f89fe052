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
export { parentsAmong } from './parentsAmong';
export type { TeamSearch, TeamStore } from './TeamStore';
export { assertInCatalog, userField } from './Linking';
