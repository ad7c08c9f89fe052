import type {
  IncidentSnapshot,
  SourceService,
  TimesChanged,
} from 'backstage-plugin-postmortems-node';
import type { IncidentIoIncident } from './payload';

/** incident.io timestamp names for each time. */
export type TimestampNames = Record<keyof Omit<TimesChanged, 'kind'>, string[]>;

export interface IncidentIoOptions {
  /**
   * Custom fields that contain services, by name or id. If undefined, all fields whose values are
   * catalog entries.
   */
  serviceFields?: string[];
  /** The entity kind of a custom field's values, by field id. */
  entityKinds: Record<string, string>;
  timestamps: TimestampNames;
}

/** Status categories for reports that aren't incidents, or aren't incidents yet. */
const NO_INCIDENT = ['triage', 'declined'];
const RESOLVED = ['learning', 'closed'];
/** Modes for tests and tutorials. */
const DRILLS = ['test', 'tutorial'];
/** The format in which the incident.io plugin refers to entities. */
const NAMESPACE_AND_NAME = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/;

/** Whether a status means that the response is over. */
export function isResolved(status: { category: string }): boolean {
  return RESOLVED.includes(status.category);
}

/** Whether a status means a false alarm. */
export function isCanceled(status: { category: string }): boolean {
  return status.category === 'canceled';
}

/** Whether a status means that the incident was merged into another. */
export function isMerged(status: { category: string }): boolean {
  return status.category === 'merged';
}

/** An incident's state; undefined while it is in triage, or if it was declined. */
export function toSnapshot(
  incident: IncidentIoIncident,
  options: IncidentIoOptions,
): IncidentSnapshot | undefined {
  const { incident_status: status, incident_type: type, mode } = incident;
  if (NO_INCIDENT.includes(status.category)) return undefined;
  return {
    incident: incident.id,
    at: incident.updated_at,
    declaredAt: incident.created_at,
    description: {
      title: incident.name,
      url: incident.permalink,
      private: incident.visibility === 'private',
      drill: mode !== undefined && DRILLS.includes(mode),
      labels: [
        ...(type?.name ? [`type:${type.name}`] : []),
        ...(mode ? [`mode:${mode}`] : []),
      ],
    },
    severity: incident.severity?.name,
    times: timesOf(incident, options.timestamps),
    services: servicesOf(incident, options),
    people: incident.incident_role_assignments.flatMap(({ role, assignee }) =>
      assignee
        ? [
            {
              person: assignee,
              role: role?.name ?? 'Responder',
              commander: role?.role_type === 'lead',
            },
          ]
        : [],
    ),
    cancelled: isCanceled(status)
      ? { at: incident.updated_at, reason: 'Canceled in incident.io' }
      : undefined,
  };
}

/**
 * An incident's times, as edited in incident.io. Undefined if it is resolved but has no timestamp
 * for the resolution.
 */
function timesOf(
  incident: IncidentIoIncident,
  names: TimestampNames,
): IncidentSnapshot['times'] {
  const timeOf = (wanted: string[]) =>
    incident.incident_timestamp_values.find(
      ({ incident_timestamp, value }) =>
        value?.value &&
        wanted.includes(incident_timestamp?.name?.toLowerCase() ?? ''),
    )?.value?.value;
  const resolvedAt = timeOf(names.resolvedAt);
  const isOver = isResolved(incident.incident_status);
  if (isOver && !resolvedAt) return undefined;
  return {
    startedAt: timeOf(names.startedAt),
    acknowledgedAt: timeOf(names.acknowledgedAt),
    mitigatedAt: timeOf(names.mitigatedAt),
    resolvedAt: isOver ? resolvedAt : undefined,
  };
}

function servicesOf(
  { custom_field_entries }: IncidentIoIncident,
  { serviceFields, entityKinds }: IncidentIoOptions,
): SourceService[] {
  return custom_field_entries.flatMap(({ custom_field: field, values }) => {
    const isNamed = [field.id, field.name].some(
      each => each && serviceFields?.includes(each),
    );
    if (serviceFields && !isNamed) return [];
    return values.flatMap(({ value_catalog_entry: entry, value_option }) => {
      if (entry) {
        const otherIds = [entry.external_id, ...entry.aliases].flatMap(id =>
          id?.trim() ? [id] : [],
        );
        const kind = entityKinds[field.id];
        const entity = otherIds.find(id => NAMESPACE_AND_NAME.test(id));
        return [
          {
            id: entry.id,
            name: entry.name,
            otherIds,
            entityRef:
              kind && entity ? `${kind}:${entity.toLowerCase()}` : undefined,
          },
        ];
      }
      return isNamed && value_option
        ? [{ id: value_option.id, name: value_option.value }]
        : [];
    });
  });
}
