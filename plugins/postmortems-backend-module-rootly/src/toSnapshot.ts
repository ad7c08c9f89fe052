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
import type { RootlyEnvelope, RootlyIncident } from './payload';

/** Kinds that were never real; so are their sub-incidents, called `test_sub` and the like. */
const DRILLS = /^(test|example)(_|$)/;
/** Planned maintenance is no incident. */
const PLANNED = /^scheduled(_|$)/;
/** In these, times that the incident had before it was reopened count no longer. */
const NOT_MITIGATED = ['started', 'detected', 'acknowledged'];
const NOT_RESOLVED = [...NOT_MITIGATED, 'mitigated'];

/**
 * How an incident is as a delivery tells it. Undefined while it is in triage, where it is decided
 * whether it is one, and for planned maintenance.
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
