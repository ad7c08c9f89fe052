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
import type { Directory } from './Directory';
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
import type { Incident, Reference } from './payloads';
import { bySecond, describeIncident, survivorOf } from './snapshot';
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
  directory: Directory;
  /** In lower case. */
  commanderRoles: string[];
  signal: AbortSignal;
}

/** What happened, and by whom, for the handlers of types of events. */
interface Event<T> extends ReadingContext {
  /** With milliseconds. */
  at: string;
  agent: Reference | null | undefined;
  data: T;
}

type Reader = (
  delivery: Pick<SourceDelivery, 'body'>,
  context: ReadingContext,
) => Promise<UnkeyedChange[]>;

/** What each type of event tells; types that are not here tell nothing that matters. */
const READERS: Record<string, Reader> = {
  'incident.triggered': ofIncident(async event => [
    ...(await assigned(event)),
    ...note(event, { text: bridgeOf(event.data) }),
  ]),
  'incident.acknowledged': ofIncident(async event => [
    ...(await milestone(event, 'acknowledged')),
    ...(await assigned(event)),
    ...responders(event, [await agentOf(event)]),
  ]),
  'incident.unacknowledged': ofIncident(async event =>
    note(event, { text: UNACKNOWLEDGED, by: await agentOf(event) }),
  ),
  'incident.escalated': ofIncident(async event => [
    ...(await assigned(event)),
    ...note(event, { text: escalatedTo(await assigneesOf(event)) }),
  ]),
  'incident.reassigned': ofIncident(async event => [
    ...(await assigned(event)),
    ...note(event, {
      text: reassignedTo(await assigneesOf(event)),
      by: await agentOf(event),
    }),
  ]),
  'incident.delegated': ofIncident(async event => [
    ...(await assigned(event)),
    ...note(event, {
      text: delegatedTo(event.data.escalation_policy?.summary),
      by: await agentOf(event),
    }),
  ]),
  'incident.priority_updated': ofIncident(async () => []),
  'incident.service_updated': ofIncident(async () => []),
  'incident.incident_type.changed': ofIncident(async () => []),
  'incident.reopened': ofIncident(event => milestone(event, 'reopened')),
  'incident.resolved': ofIncident(async event => {
    const into = survivorOf(event.data);
    return into
      ? [{ kind: 'merged', incident: event.data.id, at: event.at, into }]
      : milestone(event, 'resolved');
  }),
  'incident.annotated': of(noteSchema, async event =>
    note(event, {
      text: maybeTrimmed(event.data.content, event.data.trimmed),
      by: await agentOf(event),
    }),
  ),
  'incident.status_update_published': of(statusUpdateSchema, async event =>
    note(event, {
      text: maybeTrimmed(event.data.message, event.data.trimmed),
      by: await agentOf(event),
      timelineKind: 'communication',
    }),
  ),
  'incident.conference_bridge.updated': of(bridgeUpdateSchema, async event =>
    note(event, {
      text: conferenceBridge({
        url: event.data.conference_url,
        numbers: event.data.conference_numbers.flatMap(({ number }) =>
          number ? [number] : [],
        ),
      }),
    }),
  ),
  'incident.responder.added': of(responderSchema, added),
  'incident.responder.replied': of(responderSchema, added),
  'incident.role.assigned': of(roleAssignmentsSchema, async event => {
    const { directory, signal, commanderRoles, at, data } = event;
    const changes: UnkeyedChange[] = [];
    for (const assignment of data.incident_role_assignments) {
      const { incident, assignee, role, status = 'active' } = assignment;
      const person = await directory.person(assignee, signal);
      const name = role?.summary ?? 'responder';
      // Nobody, or somebody no longer: the next to have the role is told of as well.
      if (person && status === 'active') {
        changes.push({
          kind: 'person-assigned',
          incident: incident.id,
          at,
          person,
          role: name,
          commander: commanderRoles.includes(name.toLowerCase()),
        });
      }
    }
    return changes;
  }),
};

/**
 * Reads a V3 webhook.
 *
 * @throws InputError where it is none
 */
export async function readWebhook(
  delivery: Pick<SourceDelivery, 'body'>,
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
  read: (event: Event<T>) => Promise<UnkeyedChange[]>,
): Reader {
  const dataSchema = z.object({ event: z.object({ data }) });
  return async (delivery, context) => {
    const { occurred_at: at, agent } = readDelivery(
      delivery,
      eventSchema,
    ).event;
    const { event } = readDelivery(delivery, dataSchema);
    return read({ ...context, at, agent, data: event.data as T });
  };
}

/** Reads events that tell all of the incident; what is told besides is read from them first. */
function ofIncident(
  read: (event: Event<Incident>) => Promise<UnkeyedChange[]>,
): Reader {
  return of(incidentSchema, async event => [
    ...(await describeIncident(
      event.data,
      event.at,
      event.directory,
      event.signal,
    )),
    ...(await read(event)),
  ]);
}

function agentOf({ agent, directory, signal }: Event<unknown>) {
  return directory.person(agent, signal);
}

function assigneesOf({ data, directory, signal }: Event<Incident>) {
  return directory.people(data.assignees, signal);
}

async function assigned(event: Event<Incident>): Promise<UnkeyedChange[]> {
  return responders(event, await assigneesOf(event));
}

async function added(
  event: Event<z.output<typeof responderSchema>>,
): Promise<UnkeyedChange[]> {
  const { data, directory, signal } = event;
  return data.state === 'declined'
    ? []
    : responders(event, [await directory.person(data.user, signal)]);
}

function responders(
  event: Event<Incident | { incident: Reference }>,
  people: (SourcePerson | undefined)[],
): UnkeyedChange[] {
  return people.flatMap(person =>
    person
      ? [
          {
            kind: 'person-assigned' as const,
            incident: incidentOf(event),
            at: event.at,
            person,
            role: 'responder',
          },
        ]
      : [],
  );
}

async function milestone(
  event: Event<Incident>,
  kind: 'acknowledged' | 'resolved' | 'reopened',
): Promise<UnkeyedChange[]> {
  return [
    {
      kind,
      incident: event.data.id,
      at: bySecond(event.at),
      by: await agentOf(event),
    },
  ];
}

function note(
  event: Event<Incident | { incident: Reference }>,
  content: {
    text: string | undefined;
    by?: SourcePerson;
    timelineKind?: 'communication';
  },
): UnkeyedChange[] {
  const { text, ...rest } = content;
  return text
    ? [
        {
          kind: 'note',
          incident: incidentOf(event),
          at: bySecond(event.at),
          text,
          ...rest,
        },
      ]
    : [];
}

function incidentOf({
  data,
}: Event<Incident | { incident: Reference }>): string {
  return 'incident' in data ? data.incident.id : data.id;
}

function bridgeOf({ conference_bridge: bridge }: Incident): string | undefined {
  return conferenceBridge({
    url: bridge?.conference_url,
    numbers: bridge?.conference_number ? [bridge.conference_number] : [],
  });
}
