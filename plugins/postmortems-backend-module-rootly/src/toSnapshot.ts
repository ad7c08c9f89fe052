import type {
  IncidentSnapshot,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import type { RootlyEnvelope, RootlyIncident } from './payload';

/** Incident kinds for drills, including sub-incidents such as `test_sub`. */
const DRILLS = /^(test|example)(_|$)/;
/** Planned maintenance isn't an incident. */
const PLANNED = /^scheduled(_|$)/;
/**
 * Statuses in which the incident is not mitigated. After a reopening, earlier times no longer
 * count.
 */
const NOT_MITIGATED = ['started', 'detected', 'acknowledged'];
const NOT_RESOLVED = [...NOT_MITIGATED, 'mitigated'];

/**
 * An incident's state in a delivery. Undefined for planned maintenance, and during triage, which
 * decides whether there is an incident.
 */
export function toSnapshot(
  event: RootlyEnvelope['event'],
  incident: RootlyIncident,
): IncidentSnapshot | undefined {
  const { kind = 'normal', status = '' } = incident;
  if (!incident.started_at || PLANNED.test(kind)) return undefined;
  return {
    incident: incident.id,
    at: event.issued_at,
    declaredAt: incident.created_at,
    description: {
      title: incident.title,
      url: incident.url,
      private: incident.private ?? false,
      drill: DRILLS.test(kind),
      labels: [
        `kind:${kind}`,
        ...incident.environments.flatMap(({ slug, name }) =>
          slug ?? name ? [`environment:${slug ?? name}`] : [],
        ),
      ],
    },
    severity: incident.severity?.name ?? incident.severity?.slug,
    times: {
      startedAt: incident.started_at,
      acknowledgedAt: incident.acknowledged_at,
      mitigatedAt: NOT_MITIGATED.includes(status)
        ? undefined
        : incident.mitigated_at,
      resolvedAt: NOT_RESOLVED.includes(status)
        ? undefined
        : incident.resolved_at,
    },
    services: [...incident.services, ...incident.functionalities].flatMap(
      toService,
    ),
    people: incident.roles.flatMap(({ incident_role, user }) =>
      user ? [{ person: user, role: incident_role?.name ?? 'Responder' }] : [],
    ),
    cancelled: cancellationOf(event, incident),
    mergedInto: incident.duplicate_incident_id,
  };
}

function toService({
  id,
  name,
  slug,
}: RootlyIncident['services'][number]): SourceService[] {
  const known = id ?? slug ?? name;
  return known ? [{ id: known, name, otherIds: slug ? [slug] : [] }] : [];
}

function cancellationOf(
  event: RootlyEnvelope['event'],
  incident: RootlyIncident,
): IncidentSnapshot['cancelled'] {
  if (event.type === 'incident.deleted') {
    return { at: event.issued_at, reason: 'Deleted in Rootly' };
  }
  if (incident.status !== 'cancelled') return undefined;
  return {
    at: incident.cancelled_at ?? event.issued_at,
    reason: incident.cancellation_message,
  };
}
