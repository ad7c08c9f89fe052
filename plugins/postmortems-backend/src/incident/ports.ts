export type { IncidentRecord, SourceFacts } from './IncidentRecord';
export type { IncidentContext } from './context';
export {
  OBLIGATION_FIELDS,
  combineSourceFacts,
  latest,
} from './draftSync/combineSourceFacts';
export { SOURCE_FACT_FIELDS } from './draftSync/mergeFacts';
export type { IncidentIntake } from './intake/IncidentIntake';
export { INCIDENT_SOURCES_PATH } from './intake/operations';
export { uniteSeverities } from './mapping/mapSeverities';
export { incidentToResource } from './accessFields';
export { NO_GROUP, teamsOfWaiting, waitingIncidents } from './waitingIncidents';
