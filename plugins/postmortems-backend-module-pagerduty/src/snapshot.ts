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

import type { UnkeyedChange } from 'backstage-plugin-postmortems-node';
import type { Lookup } from './Directory';
import type { Incident } from './payloads';

/** The type of an incident for which nobody chose one. */
const NO_TYPE = 'incident_default';

/**
 * What an incident is like at a time, which every webhook about it tells in full; so one that
 * never arrives is made up for by the next.
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
      severity: incident.priority?.summary,
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

/** The incident that this one was merged into, if it was resolved by that. */
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
 * Webhooks know the millisecond, the log only the second. What both tell is taken by the second,
 * so that it is the same.
 */
export function bySecond(time: string): string {
  return new Date(Math.floor(Date.parse(time) / 1_000) * 1_000).toISOString();
}
