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
  SourceParticipant,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import type { GrafanaIrmDelivery } from './payload';

/** The severity of an incident to which nobody has given one yet. */
const PENDING = 'pending';
/** The type of incidents that only some may see. */
const PRIVATE = 'private';
/** Labels that Grafana keeps under this key have no other name than their value. */
const TAGS = 'tags';

/** What is configured of the incidents. */
export interface GrafanaIrmOptions {
  /** Where Grafana is. */
  baseUrl?: string;
  /** The keys of the labels that name services, the most important first. */
  serviceLabels: string[];
}

/** How an incident is as a delivery tells it. */
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

/** Labels have a key of their own, or are a text such as `service:checkout`. */
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
