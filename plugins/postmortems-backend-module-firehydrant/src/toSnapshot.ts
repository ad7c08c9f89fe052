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

import type {
  IncidentSnapshot,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import type { FireHydrantIncident } from './payload';

/** The milestones of a response, in order. Whoever starts the retrospective has resolved it. */
const MILESTONES = [
  ['started', 'detected'],
  ['acknowledged', 'investigating', 'identified'],
  ['mitigated'],
  ['resolved', 'postmortem_started', 'postmortem_completed', 'closed'],
];
const [, ACKNOWLEDGED, MITIGATED, RESOLVED] = MILESTONES;

/** What FireHydrant says where nobody has set a severity. */
const UNSET = 'UNSET';

/**
 * How an incident is. FireHydrant says neither what happened nor when its state was as told, so
 * it counts from when it arrived.
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
 * When the first of some milestones was reached. Where the incident went back to an earlier one,
 * those behind it remain listed but count no longer.
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
