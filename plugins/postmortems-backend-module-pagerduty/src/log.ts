import type {
  SourcePerson,
  UnkeyedChange,
} from 'backstage-plugin-postmortems-node';
import type { Lookup } from './Directory';
import type { LogEntry, RestIncident } from './payloads';
import { firstSeverity, severityOf } from './severity';
import { bySecond, describeIncident, survivorOf } from './snapshot';
import { milestone, note, responders } from './changes';
import type { EventContext } from './changes';
import {
  UNACKNOWLEDGED,
  conferenceBridge,
  delegatedTo,
  escalatedTo,
  reassignedTo,
} from './messageTexts';

/** Entries that request someone's response. */
const ASSIGNING = [
  'trigger_log_entry',
  'assign_log_entry',
  'escalate_log_entry',
  'delegate_log_entry',
];

/** Entries that show ongoing work. If they follow a resolution, they reopen the incident. */
const AT_WORK = [
  ...ASSIGNING,
  'reopen_log_entry',
  'acknowledge_log_entry',
  'unacknowledge_log_entry',
];

/**
 * Converts an incident and its log to the same changes that its webhooks would produce, as far as
 * the log contains them.
 */
export async function readLog(
  incident: RestIncident,
  log: LogEntry[],
  lookup: Lookup,
): Promise<UnkeyedChange[]> {
  // PagerDuty returns the newest first, even within the same second.
  const entries = [...log]
    .reverse()
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const { id, created_at: createdAt, status } = incident;
  const into = survivorOf(incident);
  const asOf = bySecond(
    incident.updated_at ?? incident.last_status_change_at ?? createdAt,
  );
  const changes = await describeIncident(incident, asOf, lookup);
  changes.push(firstSeverity(incident, entries));

  let over = false;
  for (const entry of entries) {
    const event = {
      incident: id,
      at: bySecond(entry.created_at),
      by: await lookup.person(entry.agent),
    };
    const reopens = over && AT_WORK.includes(entry.type);
    if (reopens) {
      changes.push(...milestone(event, 'reopened'));
      over = false;
    }
    if (entry.type === 'resolve_log_entry') {
      if (!into) changes.push(...milestone(event, 'resolved'));
      over = true;
    }
    const assignees = await lookup.people(entry.assignees);
    if (ASSIGNING.includes(entry.type)) {
      changes.push(...responders(event, assignees));
    }
    // Assignments when an incident is triggered or reopened aren't separate events.
    const assigned =
      reopens || event.at === bySecond(createdAt) ? [] : assignees;
    changes.push(...readEntry(entry, event, assigned));
  }

  const since = {
    incident: id,
    at: bySecond(incident.last_status_change_at ?? asOf),
  };
  if (into) {
    changes.push({ kind: 'merged', ...since, into });
  } else if (over !== (status === 'resolved')) {
    // The log has no entry for the last status change, or only one with an unknown type.
    changes.push(...milestone(since, over ? 'reopened' : 'resolved'));
  }
  changes.push(...(await respondersOf(incident, lookup)));
  return [...changes, ...bridgeOf(incident)];
}

/** The changes in an entry, other than its status. */
function readEntry(
  entry: LogEntry,
  event: EventContext,
  assignees: SourcePerson[],
): UnkeyedChange[] {
  const { channel } = entry;
  switch (entry.type) {
    case 'acknowledge_log_entry':
      return [
        ...milestone(event, 'acknowledged'),
        ...responders(event, [event.by]),
      ];
    case 'unacknowledge_log_entry':
      return note(event, UNACKNOWLEDGED);
    case 'escalate_log_entry':
      return note(event, escalatedTo(assignees));
    case 'assign_log_entry':
      return assignees.length > 0 ? note(event, reassignedTo(assignees)) : [];
    case 'delegate_log_entry':
      return note(event, delegatedTo(entry.escalation_policy?.summary));
    case 'annotate_log_entry':
      return note(event, channel?.summary ?? entry.note ?? entry.summary);
    case 'status_update_log_entry':
      return note(event, entry.message, 'communication');
    case 'priority_change_log_entry': {
      const { incident, at } = event;
      const severity = severityOf(channel?.new_priority);
      return [{ kind: 'severity-changed', incident, at, severity }];
    }
    default:
      return [];
  }
}

async function respondersOf(
  incident: RestIncident,
  lookup: Lookup,
): Promise<UnkeyedChange[]> {
  const changes: UnkeyedChange[] = [];
  for (const responder of incident.incidents_responders) {
    if (responder.state === 'declined') continue;
    const { requested_at: asked, updated_at: updated } = responder;
    const at = bySecond(asked ?? updated ?? incident.created_at);
    const person = await lookup.person(responder.user);
    changes.push(...responders({ incident: incident.id, at }, [person]));
  }
  return changes;
}

function bridgeOf(incident: RestIncident): UnkeyedChange[] {
  const { id, created_at: at, conference_bridge: bridge } = incident;
  return note(
    { incident: id, at },
    conferenceBridge({
      url: bridge?.conference_url,
      numbers: [bridge?.conference_number],
    }),
  );
}
