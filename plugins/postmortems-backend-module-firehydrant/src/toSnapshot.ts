import type {
  IncidentSnapshot,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import type { FireHydrantIncident } from './payload';

/**
 * A response's milestones, in order. Once the retrospective has started, the incident is resolved.
 */
const MILESTONES = [
  ['started', 'detected'],
  ['acknowledged', 'investigating', 'identified'],
  ['mitigated'],
  ['resolved', 'postmortem_started', 'postmortem_completed', 'closed'],
];
const [, ACKNOWLEDGED, MITIGATED, RESOLVED] = MILESTONES;

/** FireHydrant's value if there is no severity. */
const UNSET = 'UNSET';

/**
 * An incident's state. FireHydrant doesn't report the event or its time, so use the time of
 * arrival.
 */
export function toSnapshot(
  incident: FireHydrantIncident,
  arrival: { receivedAt: Date; isPrivate: boolean },
): IncidentSnapshot {
  const at = arrival.receivedAt.toISOString();
  return {
    incident: incident.id,
    at,
    declaredAt: incident.created_at,
    description: {
      title: incident.name,
      url: incident.incident_url,
      private: arrival.isPrivate || incident.restricted === true,
      labels: labelsOf(incident),
    },
    severity: incident.severity === UNSET ? undefined : incident.severity,
    times: {
      startedAt: incident.started_at,
      acknowledgedAt: timeOf(incident, ACKNOWLEDGED),
      mitigatedAt: timeOf(incident, MITIGATED),
      resolvedAt: timeOf(incident, RESOLVED),
    },
    services: [...incident.services, ...incident.functionalities].flatMap(
      ({ id, name }): SourceService[] => {
        const known = id ?? name;
        return known ? [{ id: known, name }] : [];
      },
    ),
    people: incident.role_assignments.flatMap(
      ({ status, incident_role, user }) =>
        user && status !== 'inactive'
          ? [{ person: user, role: incident_role?.name ?? 'Responder' }]
          : [],
    ),
    cancelled: incident.discarded_at
      ? { at: incident.discarded_at, reason: 'Archived in FireHydrant' }
      : undefined,
  };
}

/**
 * When the first of these milestones was reached. After a step back, later milestones are still
 * listed but no longer count.
 */
function timeOf(
  { milestones, current_milestone: current = '' }: FireHydrantIncident,
  types: string[],
): string | undefined {
  const now = MILESTONES.findIndex(group => group.includes(current));
  if (now !== -1 && now < MILESTONES.indexOf(types)) return undefined;
  return milestones
    .flatMap(({ type, occurred_at: time }) =>
      time && types.includes(type) ? [time] : [],
    )
    .sort()[0];
}

function labelsOf(incident: FireHydrantIncident): string[] {
  const { incident_type: type, environments, labels } = incident;
  return [
    ...incident.tag_list,
    ...Object.entries(labels ?? {}).map(([key, value]) =>
      value ? `${key}:${value}` : key,
    ),
    ...(type?.name ? [`type:${type.name}`] : []),
    ...environments.flatMap(({ name }) =>
      name ? [`environment:${name}`] : [],
    ),
  ].filter(label => label.trim());
}
