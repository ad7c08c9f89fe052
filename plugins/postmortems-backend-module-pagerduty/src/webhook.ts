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

import { keyed, readDelivery } from 'backstage-plugin-postmortems-node';
import type {
  ParsedDelivery,
  SourceDelivery,
  SourcePerson,
  UnkeyedChange,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import type { Lookup } from './Directory';
import {
  bridgeUpdateSchema,
  eventSchema,
  incidentSchema,
  noteSchema,
  responderSchema,
  roleAssignmentsSchema,
  statusUpdateSchema,
  webhookSchema,
} from './payloads';
import type { Incident } from './payloads';
import { describeIncident, survivorOf } from './snapshot';
import { milestone, note, responders } from './tellings';
import {
  UNACKNOWLEDGED,
  conferenceBridge,
  delegatedTo,
  escalatedTo,
  maybeTrimmed,
  reassignedTo,
} from './words';

/** What reading a webhook takes besides the webhook. */
export interface ReadingContext {
  lookup: Lookup;
  /** In lower case. */
  commanderRoles: string[];
}

/** What happened, for those who tell of one type of event. */
interface Event<T> extends ReadingContext {
  /** With milliseconds. */
  at: string;
  by?: SourcePerson;
  data: T;
}

/** An event that shows the whole incident. */
interface IncidentEvent extends Event<Incident> {
  incident: string;
  assignees: SourcePerson[];
}

type Delivery = Pick<SourceDelivery, 'body'>;
type Reader = (
  delivery: Delivery,
  context: ReadingContext,
) => Promise<UnkeyedChange[]>;

/** What each type of event tells; types that are not here tell nothing that matters. */
const READERS: Record<string, Reader> = {
  'incident.triggered': showing(event => [
    ...responders(event, event.assignees),
    ...note({ ...event, by: undefined }, bridgeOf(event.data)),
  ]),
  'incident.acknowledged': showing(event => [
    ...milestone(event, 'acknowledged'),
    ...responders(event, [...event.assignees, event.by]),
  ]),
  'incident.unacknowledged': showing(event => note(event, UNACKNOWLEDGED)),
  'incident.escalated': showing(event => [
    ...responders(event, event.assignees),
    ...note(event, escalatedTo(event.assignees)),
  ]),
  'incident.reassigned': showing(event => [
    ...responders(event, event.assignees),
    ...note(event, reassignedTo(event.assignees)),
  ]),
  'incident.delegated': showing(event => [
    ...responders(event, event.assignees),
    ...note(event, delegatedTo(event.data.escalation_policy?.summary)),
  ]),
  'incident.priority_updated': showing(() => []),
  'incident.service_updated': showing(() => []),
  'incident.incident_type.changed': showing(() => []),
  'incident.reopened': showing(event => milestone(event, 'reopened')),
  'incident.resolved': showing(event => {
    const { incident, at, data } = event;
    const into = survivorOf(data);
    return into
      ? [{ kind: 'merged', incident, at, into }]
      : milestone(event, 'resolved');
  }),
  'incident.annotated': of(noteSchema, async event => {
    const { incident, content, trimmed } = event.data;
    return note(
      { ...event, incident: incident.id },
      maybeTrimmed(content, trimmed),
    );
  }),
  'incident.status_update_published': of(statusUpdateSchema, async event => {
    const { incident, message, trimmed } = event.data;
    return note(
      { ...event, incident: incident.id },
      maybeTrimmed(message, trimmed),
      'communication',
    );
  }),
  'incident.conference_bridge.updated': of(
    bridgeUpdateSchema,
    async ({ at, data }) =>
      note(
        { incident: data.incident.id, at },
        conferenceBridge({
          url: data.conference_url,
          numbers: data.conference_numbers.map(({ number }) => number),
        }),
      ),
  ),
  'incident.responder.added': of(responderSchema, responder),
  'incident.responder.replied': of(responderSchema, responder),
  'incident.role.assigned': of(roleAssignmentsSchema, roles),
};

/**
 * Reads a V3 webhook.
 *
 * @throws InputError where it is none
 */
export async function readWebhook(
  delivery: Delivery,
  context: ReadingContext,
): Promise<ParsedDelivery> {
  const { event_type: type } = readDelivery(delivery, webhookSchema).event;
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  const changes = (await reader?.(delivery, context)) ?? [];
  return { type, changes: changes.map(keyed) };
}

/** Reads events with data of one kind. */
function of<T>(
  data: z.ZodType<T>,
  tell: (event: Event<T>) => Promise<UnkeyedChange[]>,
): Reader {
  const dataSchema = z.object({ event: z.object({ data }) });
  return async (delivery, context) => {
    const { occurred_at: at, agent } = readDelivery(
      delivery,
      eventSchema,
    ).event;
    const { event } = readDelivery(delivery, dataSchema);
    const by = await context.lookup.person(agent);
    return tell({ ...context, at, by, data: event.data as T });
  };
}

/** Reads events that show the whole incident, and so tell of that first. */
function showing(tell: (event: IncidentEvent) => UnkeyedChange[]): Reader {
  return of(incidentSchema, async event => {
    const { at, data, lookup } = event;
    const assignees = await lookup.people(data.assignees);
    return [
      ...(await describeIncident(data, at, lookup)),
      ...tell({ ...event, incident: data.id, assignees }),
    ];
  });
}

async function responder({
  at,
  data,
  lookup,
}: Event<z.output<typeof responderSchema>>): Promise<UnkeyedChange[]> {
  if (data.state === 'declined') return [];
  return responders({ incident: data.incident.id, at }, [
    await lookup.person(data.user),
  ]);
}

async function roles({
  at,
  data,
  lookup,
  commanderRoles,
}: Event<z.output<typeof roleAssignmentsSchema>>): Promise<UnkeyedChange[]> {
  const changes: UnkeyedChange[] = [];
  for (const assignment of data.incident_role_assignments) {
    const { incident, assignee, status = 'active' } = assignment;
    const person = await lookup.person(assignee);
    const role = assignment.role?.summary ?? 'responder';
    // Who has a role no longer is not told of: whoever has it next is.
    if (person && status === 'active') {
      changes.push({
        kind: 'person-assigned',
        incident: incident.id,
        at,
        person,
        role,
        commander: commanderRoles.includes(role.toLowerCase()),
      });
    }
  }
  return changes;
}

function bridgeOf({ conference_bridge: bridge }: Incident): string | undefined {
  return conferenceBridge({
    url: bridge?.conference_url,
    numbers: [bridge?.conference_number],
  });
}
