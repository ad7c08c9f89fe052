import {
  changesOfSnapshot,
  keyed,
  type IncidentChange,
  type SourcePerson,
} from 'backstage-plugin-postmortems-node';
import type { IncidentIoIncident, IncidentIoUpdate } from './payload';
import {
  isCanceled,
  isMerged,
  isResolved,
  toSnapshot,
  type IncidentIoOptions,
} from './toSnapshot';

/** A status change. */
export interface StatusStep {
  at: string;
  from?: { category: string };
  to: { category: string };
  by?: SourcePerson;
}

/**
 * Converts an incident and its history to changes. Returns none while the incident is in triage, or
 * if it was declined.
 *
 * @param updates - all updates, oldest first; undefined without the API
 */
export function changesOfIncident(
  incident: IncidentIoIncident,
  updates: IncidentIoUpdate[],
  options: IncidentIoOptions,
): IncidentChange[] {
  const snapshot = toSnapshot(incident, options);
  if (!snapshot) return [];
  const mergedInto = isMerged(incident.incident_status)
    ? updates.findLast(update => update.merged_into_incident_id)
        ?.merged_into_incident_id
    : undefined;
  return [
    ...changesOfSnapshot({ ...snapshot, mergedInto }),
    ...stepsOf(updates).flatMap(step => milestoneOf(incident.id, step)),
    ...updates.flatMap(update => changesOfUpdate(incident.id, update)),
  ];
}

/** The milestone for a status change, if it resolves or reopens the incident. */
export function milestoneOf(
  incident: string,
  { at, from, to, by }: StatusStep,
): IncidentChange[] {
  const tell = (kind: 'resolved' | 'reopened') => [
    keyed({ kind, incident, at, by }),
  ];
  const wasResolved = from !== undefined && isResolved(from);
  if (isResolved(to)) return wasResolved ? [] : tell('resolved');
  const wasOver = wasResolved || (from !== undefined && isCanceled(from));
  return wasOver && !isCanceled(to) && !isMerged(to) ? tell('reopened') : [];
}

function stepsOf(updates: IncidentIoUpdate[]): StatusStep[] {
  const steps: StatusStep[] = [];
  for (const { created_at: at, new_incident_status: to, updater } of updates) {
    if (to)
      steps.push({ at, from: steps.at(-1)?.to, to, by: personOf(updater) });
  }
  return steps;
}

/** The changes for an update: its severity, and its message as a timeline event. */
function changesOfUpdate(
  incident: string,
  update: IncidentIoUpdate,
): IncidentChange[] {
  const { created_at: at, new_severity: severity, message } = update;
  return [
    ...(severity?.name
      ? [
          keyed({
            kind: 'severity-changed',
            incident,
            at,
            severity: severity.name,
          }),
        ]
      : []),
    ...(message
      ? [
          keyed({
            kind: 'note',
            incident,
            at,
            text: message,
            by: personOf(update.updater),
          }),
        ]
      : []),
  ];
}

function personOf(
  updater: IncidentIoUpdate['updater'],
): SourcePerson | undefined {
  const user = updater?.user;
  return user?.email || user?.name ? user : undefined;
}
