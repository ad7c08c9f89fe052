import type { Knex } from 'knex';
import type { PostmortemResource } from 'backstage-plugin-postmortems-node';
import type { Scope } from '../kernel/access/Access';
import {
  column,
  joined,
  nullable,
  whereMeets,
} from '../kernel/access/scopeSql';
import type { AnyOf, Fields } from '../kernel/access/scopeSql';
import type { IncidentRecord } from './IncidentRecord';

const INCIDENT = { id: 'incidents.id', reference: 'incident_id' };

/**
 * For roles in a postmortem: an incident without a postmortem has nobody in them, so none match.
 */
const nobody: AnyOf = () => ({ sql: '1 = 0', bindings: [] });

const INCIDENT_FIELDS: Fields = {
  ownerRef: nobody,
  commanderRef: nobody,
  contributorRefs: nobody,
  reviewerRefs: nobody,
  severity: nullable('incidents.governing_severity'),
  visibility: column('incidents.visibility'),
  teamRefs: joined('incident_teams', 'team_ref', INCIDENT),
  entityRefs: joined('incident_entities', 'entity_ref', INCIDENT),
};

/** Restricts a query over `incidents` to those that are visible without a postmortem. */
export function whereIncidentAmong(
  query: Knex.QueryBuilder,
  which: Scope,
): void {
  whereMeets(query, which, INCIDENT_FIELDS);
}

/** Attributes of an incident without a postmortem, for permission rules. */
export function incidentToResource(
  incident: Pick<
    IncidentRecord,
    'teamRefs' | 'entityRefs' | 'governingSeverity' | 'visibility'
  >,
): PostmortemResource {
  return {
    contributorRefs: [],
    reviewerRefs: [],
    teamRefs: incident.teamRefs,
    entityRefs: incident.entityRefs,
    severity: incident.governingSeverity ?? '',
    visibility: incident.visibility,
  };
}
