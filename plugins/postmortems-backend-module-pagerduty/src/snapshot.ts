import type { UnkeyedChange } from 'backstage-plugin-postmortems-node';
import type { Lookup } from './Directory';
import type { Incident } from './payloads';
import { severityOf } from './severity';

/** PagerDuty's incident type if nobody chose one. */
const NO_TYPE = 'incident_default';

/**
 * Converts an incident's state to changes. Every webhook contains the whole state, so the next
 * webhook makes up for a lost one.
 */
export async function describeIncident(
  incident: Omit<Incident, 'assignees'>,
  at: string,
  lookup: Lookup,
): Promise<UnkeyedChange[]> {
  const { id, created_at: createdAt, incident_type: type, urgency } = incident;
  const labels = [
    ...(type?.name && type.name !== NO_TYPE ? [type.name] : []),
    ...(urgency ? [`urgency:${urgency}`] : []),
  ];
  const changes: UnkeyedChange[] = [
    { kind: 'declared', incident: id, at: createdAt },
    {
      kind: 'described',
      incident: id,
      at,
      title: incident.title,
      url: incident.html_url,
      labels,
    },
    {
      kind: 'severity-changed',
      incident: id,
      at,
      severity: severityOf(incident.priority),
    },
  ];
  if (incident.service) {
    changes.push({
      kind: 'services-changed',
      incident: id,
      at,
      services: [await lookup.service(incident.service)],
    });
  }
  return changes;
}

/** The incident that this one was merged into, if the merge resolved it. */
export function survivorOf({
  id,
  resolve_reason: reason,
}: Pick<Incident, 'id' | 'resolve_reason'>): string | undefined {
  const into = reason?.incident?.id;
  return reason?.type === 'merge_resolve_reason' && into !== id
    ? into
    : undefined;
}

/**
 * Webhook times have milliseconds and log times only seconds. Round both to seconds, so that their
 * changes are equal.
 */
export function bySecond(time: string): string {
  return new Date(Math.floor(Date.parse(time) / 1_000) * 1_000).toISOString();
}
