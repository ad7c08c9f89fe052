export type { AbsenceStore } from './AbsenceStore';
export type { Linked, Linking, NamedRef, Ownership } from './Linking';
export { teamPlans, teamsFilter, whereOfTeams } from './TeamStore';
export type { TeamSearch, TeamStore } from './TeamStore';
export { assertInCatalog, userField } from './Linking';
