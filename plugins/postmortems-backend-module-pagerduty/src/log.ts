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
  SourcePerson,
  UnkeyedChange,
} from 'backstage-plugin-postmortems-node';
import type { Lookup } from './Directory';
import type { LogEntry, RestIncident } from './payloads';
import { bySecond, describeIncident, survivorOf } from './snapshot';
import { milestone, note, responders } from './tellings';
import type { Occasion } from './tellings';
import {
  UNACKNOWLEDGED,
  conferenceBridge,
  delegatedTo,
  escalatedTo,
  reassignedTo,
} from './words';

/** Entries by which people are asked to respond. */
const ASSIGNING = [
  'trigger_log_entry',
  'assign_log_entry',
  'escalate_log_entry',
  'delegate_log_entry',
];

/** Entries that show that it is not over: after a resolution, one of them reopens it. */
const AT_WORK = [
  ...ASSIGNING,
  'reopen_log_entry',
  'acknowledge_log_entry',
  'unacknowledge_log_entry',
];

/**
 * The changes of an incident of the REST API with its log: the same as its webhooks would have
 * told, as far as the log has them.
 */
export async function readLog(
  incident: RestIncident,
  log: LogEntry[],
  lookup: Lookup,
): Promise<UnkeyedChange[]> {
  // Newest first is how PagerDuty gives them, also within a second.
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
    const occasion = {
      incident: id,
      at: bySecond(entry.created_at),
      by: await lookup.person(entry.agent),
    };
    const reopens = over && AT_WORK.includes(entry.type);
    if (reopens) {
      changes.push(...milestone(occasion, 'reopened'));
      over = false;
    }
    if (entry.type === 'resolve_log_entry') {
      if (!into) changes.push(...milestone(occasion, 'resolved'));
      over = true;
    }
    const assignees = await lookup.people(entry.assignees);
    if (ASSIGNING.includes(entry.type)) {
      changes.push(...responders(occasion, assignees));
    }
    // That it is assigned is part of being triggered or reopened, and nothing of its own.
    const assigned =
      reopens || occasion.at === bySecond(createdAt) ? [] : assignees;
    changes.push(...readEntry(entry, occasion, assigned));
  }

  const since = {
    incident: id,
    at: bySecond(incident.last_status_change_at ?? asOf),
  };
  if (into) {
    changes.push({ kind: 'merged', ...since, into });
  } else if (over !== (status === 'resolved')) {
    // The log lacks the last entry, or has it by a name that is not known here.
    changes.push(...milestone(since, over ? 'reopened' : 'resolved'));
  }
  changes.push(...(await respondersOf(incident, lookup)));
  return [...changes, ...bridgeOf(incident)];
}

/** What an entry tells besides that it is over or not. */
function readEntry(
  entry: LogEntry,
  occasion: Occasion,
  assignees: SourcePerson[],
): UnkeyedChange[] {
  const { channel } = entry;
  switch (entry.type) {
    case 'acknowledge_log_entry':
      return [
        ...milestone(occasion, 'acknowledged'),
        ...responders(occasion, [occasion.by]),
      ];
    case 'unacknowledge_log_entry':
      return note(occasion, UNACKNOWLEDGED);
    case 'escalate_log_entry':
      return note(occasion, escalatedTo(assignees));
    case 'assign_log_entry':
      return assignees.length > 0
        ? note(occasion, reassignedTo(assignees))
        : [];
    case 'delegate_log_entry':
      return note(occasion, delegatedTo(entry.escalation_policy?.summary));
    case 'annotate_log_entry':
      return note(occasion, channel?.summary ?? entry.note ?? entry.summary);
    case 'status_update_log_entry':
      return note(occasion, entry.message, 'communication');
    case 'priority_change_log_entry': {
      const { incident, at } = occasion;
      const severity = nameOf(channel?.new_priority);
      return [{ kind: 'severity-changed', incident, at, severity }];
    }
    default:
      return [];
  }
}

/** The severity at first: the one before the first change of it, or the one there is. */
function firstSeverity(
  { id, created_at: at, priority }: RestIncident,
  entries: LogEntry[],
): UnkeyedChange {
  const first = entries.find(
    ({ type }) => type === 'priority_change_log_entry',
  );
  const severity = first
    ? nameOf(first.channel?.old_priority)
    : priority?.summary;
  return { kind: 'severity-changed', incident: id, at, severity };
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

function nameOf(
  priority: { summary?: string; name?: string } | null | undefined,
): string | undefined {
  return priority?.summary ?? priority?.name;
}
