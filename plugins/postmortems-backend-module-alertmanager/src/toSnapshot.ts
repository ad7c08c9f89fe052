import type {
  IncidentSnapshot,
  ParseContext,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import { isFiring, type Alert, type AlertGroup } from './payload';
import type { PlacedIncident } from './placeAlerts';

export interface LabelOptions {
  /** Accepted values by label. For each label, an alert must have one of the values. */
  match: Record<string, string[]>;
  severityLabel: string;
  /** Labels that name services, most important first. */
  serviceLabels: string[];
}

/**
 * Filters alerts to those with matching labels. Severities are compared after mapping, so that
 * `Critical`, `P1` and `critical` are equal; other labels must match exactly. Returns none if the
 * notification is truncated, because alerts that are still firing may be missing.
 */
export function relevantAlerts(
  group: AlertGroup,
  { match, severityLabel }: LabelOptions,
  severityIdOf: ParseContext['severityOf'],
): Alert[] {
  const isSameSeverity = (one: string, other: string) => {
    const id = severityIdOf(one);
    return isSameWord(one, other) || (id && id === severityIdOf(other));
  };
  const alerts = group.alerts.filter(({ labels }) =>
    Object.entries(match).every(([label, values]) =>
      values.some(value =>
        label === severityLabel
          ? isSameSeverity(value, labels[label] ?? '')
          : value === labels[label],
      ),
    ),
  );
  const isUncertain =
    group.status === 'firing' &&
    Boolean(group.truncatedAlerts) &&
    !alerts.some(isFiring);
  return isUncertain ? [] : alerts;
}

/** An incident's state in a notification. It is resolved once none of its alerts is firing. */
export function toSnapshot(
  group: AlertGroup,
  incident: Pick<PlacedIncident, 'id' | 'startedAt' | 'alerts'> & {
    group: string;
  },
  options: LabelOptions,
): IncidentSnapshot {
  const { alerts } = incident;
  const ended = alerts
    .filter(alert => !isFiring(alert))
    .map(({ startsAt, endsAt }) => endsAt ?? startsAt);
  // Notifications have no timestamp, so use the latest time they contain.
  const at = latestOf([
    incident.startedAt,
    ...alerts.map(({ startsAt }) => startsAt),
    ...ended,
  ]);
  return {
    incident: incident.id,
    group: incident.group,
    at,
    declaredAt: incident.startedAt,
    description: {
      title: group.commonAnnotations?.summary ?? namesOf(alerts),
      url: alerts.at(-1)?.generatorURL ?? group.externalURL,
      labels: commonLabels(alerts),
    },
    severity: severityOf(alerts.at(-1)!, options),
    times: {
      startedAt: incident.startedAt,
      resolvedAt: alerts.some(isFiring) ? undefined : at,
    },
    services: servicesOf(alerts, options),
    people: [],
  };
}

/** An alert's severity, as named by the source. */
export function severityOf(
  alert: Alert,
  { severityLabel }: LabelOptions,
): string | undefined {
  return alert.labels[severityLabel]?.trim() || undefined;
}

function isSameWord(one: string, other: string): boolean {
  return (
    one.trim().toLocaleLowerCase('en') === other.trim().toLocaleLowerCase('en')
  );
}

/** The latest of several ISO 8601 times. */
export function latestOf(times: string[]): string {
  return times.reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b));
}

function namesOf(alerts: Alert[]): string | undefined {
  const names = alerts.map(({ labels }) => labels.alertname?.trim());
  return [...new Set(names.filter(Boolean))].join(', ') || undefined;
}

function commonLabels([first, ...others]: Alert[]): string[] {
  return Object.entries(first.labels)
    .filter(([key, value]) =>
      others.every(({ labels }) => labels[key] === value),
    )
    .map(([key, value]) => `${key}:${value}`)
    .sort();
}

function servicesOf(
  alerts: Alert[],
  { serviceLabels }: LabelOptions,
): SourceService[] {
  const names = serviceLabels.flatMap(label =>
    alerts.map(({ labels }) => labels[label]?.trim()),
  );
  return [...new Set(names)].flatMap(name =>
    name ? [{ id: name, name }] : [],
  );
}
