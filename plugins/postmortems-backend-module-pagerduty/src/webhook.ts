import {
  isSameRole,
  keyed,
  readDelivery,
} from 'backstage-plugin-postmortems-node';
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
import { milestone, note, responders } from './changes';
import {
  UNACKNOWLEDGED,
  conferenceBridge,
  delegatedTo,
  escalatedTo,
  maybeTrimmed,
  reassignedTo,
} from './messageTexts';

/** What the readers of events need besides the webhook. */
export interface ReadingContext {
  lookup: Lookup;
  commanderRoles: string[];
}

/** An event, with data of the type that its reader expects. */
interface Event<T> extends ReadingContext {
  /** When the event happened, with milliseconds. */
  at: string;
  by?: SourcePerson;
  data: T;
}

/** An event with a complete incident. */
interface IncidentEvent extends Event<Incident> {
  incident: string;
  assignees: SourcePerson[];
}

type Delivery = Pick<SourceDelivery, 'body'>;
type Reader = (
  delivery: Delivery,
  context: ReadingContext,
) => Promise<UnkeyedChange[]>;

/** Readers by event type. Other types are ignored. */
const READERS: Record<string, Reader> = {
  'incident.triggered': withIncidentState(event => [
    ...responders(event, event.assignees),
    ...note({ ...event, by: undefined }, bridgeOf(event.data)),
  ]),
  'incident.acknowledged': withIncidentState(event => [
    ...milestone(event, 'acknowledged'),
    ...responders(event, [...event.assignees, event.by]),
  ]),
  'incident.unacknowledged': withIncidentState(event =>
    note(event, UNACKNOWLEDGED),
  ),
  'incident.escalated': withIncidentState(event => [
    ...responders(event, event.assignees),
    ...note(event, escalatedTo(event.assignees)),
  ]),
  'incident.reassigned': withIncidentState(event => [
    ...responders(event, event.assignees),
    ...note(event, reassignedTo(event.assignees)),
  ]),
  'incident.delegated': withIncidentState(event => [
    ...responders(event, event.assignees),
    ...note(event, delegatedTo(event.data.escalation_policy?.summary)),
  ]),
  'incident.priority_updated': withIncidentState(() => []),
  'incident.service_updated': withIncidentState(() => []),
  'incident.incident_type.changed': withIncidentState(() => []),
  'incident.reopened': withIncidentState(event => milestone(event, 'reopened')),
  'incident.resolved': withIncidentState(event => {
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
 * @throws InputError if the delivery isn't a V3 webhook
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

/** Wraps a reader for events with one kind of data. */
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

/**
 * For events that contain the full incident: returns the changes for its state, then those for the
 * event.
 */
function withIncidentState(
  tell: (event: IncidentEvent) => UnkeyedChange[],
): Reader {
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
    // Ignore the end of a role, because the next holder replaces the previous one.
    if (person && status === 'active') {
      changes.push({
        kind: 'person-assigned',
        incident: incident.id,
        at,
        person,
        role,
        commander: commanderRoles.some(name => isSameRole(name, role)),
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
