import type {
  IncidentSnapshot,
  SourceParticipant,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import type { GrafanaIrmDelivery } from './payload';

/** Grafana's value until someone sets a severity. */
const PENDING = 'pending';
/** Incident type for private incidents. */
const PRIVATE = 'private';
/** The placeholder key of plain tags: only their value has a meaning. */
const TAGS = 'tags';

export interface GrafanaIrmOptions {
  /** Grafana's URL. */
  baseUrl?: string;
  /** The keys of labels that contain services, most important first. */
  serviceLabels: string[];
}

/** An incident's state in a delivery. */
export function toSnapshot(
  { time, incident }: GrafanaIrmDelivery,
  { baseUrl, serviceLabels }: GrafanaIrmOptions,
): IncidentSnapshot {
  const { incidentID, severity, labels } = incident;
  return {
    incident: incidentID,
    at: incident.modifiedTime ?? time,
    declaredAt: incident.createdTime,
    description: {
      title: incident.title,
      url: linkTo(incident.overviewURL, baseUrl),
      private: incident.incidentType?.toLowerCase() === PRIVATE,
      drill: incident.isDrill ?? false,
      labels: labels
        .filter(({ label }) => label.trim())
        .map(({ key, label }) =>
          key && key !== TAGS ? `${key}:${label}` : label,
        ),
    },
    severity: severity?.toLowerCase() === PENDING ? undefined : severity,
    times: {
      startedAt: incident.incidentStart,
      resolvedAt:
        incident.status === 'resolved'
          ? incident.incidentEnd ?? incident.closedTime
          : undefined,
    },
    services: serviceLabels.flatMap(key => servicesIn(labels, key)),
    people: participantsIn(incident),
  };
}

function participantsIn({
  roles,
  incidentMembership,
}: GrafanaIrmDelivery['incident']): SourceParticipant[] {
  return [
    ...roles,
    ...(incidentMembership?.assignments ?? []).map(({ role, user }) => ({
      role: role?.name,
      user,
    })),
  ].flatMap(({ role = 'responder', user }) =>
    user ? [{ person: user, role }] : [],
  );
}

/** Services named in labels. A label is a key with a value, or text such as `service:checkout`. */
function servicesIn(
  labels: GrafanaIrmDelivery['incident']['labels'],
  wanted: string,
): SourceService[] {
  return labels
    .map(({ key, label }) =>
      key && key !== TAGS ? [key, label] : splitOnce(label),
    )
    .filter(([key, value]) => key.trim() === wanted && value?.trim())
    .map(([, value]) => ({ id: value.trim(), name: value.trim() }));
}

function splitOnce(label: string): [string, string] {
  const colon = label.indexOf(':');
  return colon === -1
    ? ['', label]
    : [label.slice(0, colon), label.slice(colon + 1)];
}

function linkTo(path: string | undefined, baseUrl: string | undefined) {
  if (!path || !URL.canParse(path, baseUrl)) return undefined;
  const { protocol, href } = new URL(path, baseUrl);
  return /^https?:$/.test(protocol) ? href : undefined;
}
