/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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

/** A step from one status to another. */
export interface StatusStep {
  at: string;
  from?: { category: string };
  to: { category: string };
  by?: SourcePerson;
}

/**
 * What an incident and its history tell. None for what is no incident, or not yet.
 *
 * @param updates - all that was told of it, oldest first; undefined without the API
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
    ...updates.flatMap(update => told(incident.id, update)),
  ];
}

/** That it was resolved or reopened, where a step to another status means that. */
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

/** The severity that an update gives, and its message as a line of the timeline. */
function told(incident: string, update: IncidentIoUpdate): IncidentChange[] {
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
