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
  TimesChanged,
} from 'backstage-plugin-postmortems-node';
import type { IncidentIoIncident } from './payload';

/** Which of the four times a timestamp of incident.io holds, by its name. */
export type TimestampNames = Record<keyof Omit<TimesChanged, 'kind'>, string[]>;

/** What is configured of incidents. */
export interface IncidentIoOptions {
  /** The custom fields that hold services, by name or id; all with catalog entries, if left out. */
  serviceFields?: string[];
  /** Of which kind of entity the values of a custom field are, by its id. */
  entityKinds: Record<string, string>;
  timestamps: TimestampNames;
}

/** What is still to be found an incident, and what was found to be none. */
const NO_INCIDENT = ['triage', 'declined'];
const RESOLVED = ['learning', 'closed'];
/** Modes in which people try things out. */
const DRILLS = ['test', 'tutorial'];
/** How the plugin of incident.io calls entities there. */
const NAMESPACE_AND_NAME = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/;

/** Whether a status says that the response is over. */
export function isResolved(status: { category: string }): boolean {
  return RESOLVED.includes(status.category);
}

/** Whether a status says that it was a false alarm. */
export function isCanceled(status: { category: string }): boolean {
  return status.category === 'canceled';
}

/** Whether a status says that the incident goes on as part of another. */
export function isMerged(status: { category: string }): boolean {
  return status.category === 'merged';
}

/** How an incident is. Undefined for what is no incident, or not yet. */
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
 * Its times, as people correct them in incident.io. Undefined where they cannot be had: where it
 * is resolved and none of its timestamps says when.
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
