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
import type { Directory } from './Directory';
import type { LogEntry, RestIncident } from './payloads';
import { bySecond, describeIncident, survivorOf } from './snapshot';
import {
  UNACKNOWLEDGED,
  conferenceBridge,
  delegatedTo,
  escalatedTo,
  reassignedTo,
} from './words';

/** Entries after which somebody works on the incident: one of them after a resolution reopens it. */
const AT_WORK = [
  'reopen_log_entry',
  'trigger_log_entry',
  'assign_log_entry',
  'escalate_log_entry',
  'delegate_log_entry',
  'acknowledge_log_entry',
  'unacknowledge_log_entry',
];

/** Entries by which people are asked to respond. */
const ASSIGNING = [
  'trigger_log_entry',
  'assign_log_entry',
  'escalate_log_entry',
  'delegate_log_entry',
];

/**
 * The changes of an incident of the REST API with its log: the same as its webhooks would have
 * told, as far as the log has them.
 */
export async function readLog(
  incident: RestIncident,
  log: LogEntry[],
  directory: Directory,
  signal: AbortSignal,
): Promise<UnkeyedChange[]> {
  // Newest first is how PagerDuty gives them, also within a second.
  const entries = [...log]
    .reverse()
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const asOf = bySecond(
    incident.updated_at ??
      incident.last_status_change_at ??
      incident.created_at,
  );
  const changes = await describeIncident(incident, asOf, directory, signal);
  changes.push(...firstSeverity(incident, entries));

  const of = { incident: incident.id };
  const into = survivorOf(incident);
  let resolved = false;
  for (const entry of entries) {
    const at = bySecond(entry.created_at);
    const by = await directory.person(entry.agent, signal);
    const assignees = await directory.people(entry.assignees, signal);
    const note = (text: string | undefined, author?: SourcePerson) => {
      if (text) changes.push({ kind: 'note', ...of, at, text, by: author });
    };
    const responder = (person: SourcePerson) =>
      changes.push({
        kind: 'person-assigned',
        ...of,
        at,
        person,
        role: 'responder',
      });

    if (resolved && AT_WORK.includes(entry.type)) {
      changes.push({ kind: 'reopened', ...of, at, by });
      resolved = false;
    }
    if (ASSIGNING.includes(entry.type)) assignees.forEach(responder);
    switch (entry.type) {
      case 'acknowledge_log_entry':
        changes.push({ kind: 'acknowledged', ...of, at, by });
        if (by) responder(by);
        break;
      case 'unacknowledge_log_entry':
        note(UNACKNOWLEDGED, by);
        break;
      case 'escalate_log_entry':
        note(escalatedTo(assignees));
        break;
      case 'assign_log_entry':
        // The first one is the triggering itself.
        if (at > bySecond(incident.created_at)) {
          note(reassignedTo(assignees), by);
        }
        break;
      case 'delegate_log_entry':
        note(delegatedTo(entry.escalation_policy?.summary), by);
        break;
      case 'annotate_log_entry':
        note(entry.channel?.summary ?? entry.note ?? entry.summary, by);
        break;
      case 'status_update_log_entry':
        if (entry.message) {
          changes.push({
            kind: 'note',
            ...of,
            at,
            text: entry.message,
            by,
            timelineKind: 'communication',
          });
        }
        break;
      case 'priority_change_log_entry':
        changes.push({
          kind: 'severity-changed',
          ...of,
          at,
          severity: nameOf(entry.channel?.new_priority),
        });
        break;
      case 'resolve_log_entry':
        if (!into) changes.push({ kind: 'resolved', ...of, at, by });
        resolved = true;
        break;
      default:
    }
  }

  const changedAt = bySecond(incident.last_status_change_at ?? asOf);
  if (into) {
    changes.push({ kind: 'merged', ...of, at: changedAt, into });
  } else if (resolved !== (incident.status === 'resolved')) {
    // The log lacks the last entry, or has it under a name that is not known here.
    changes.push({
      kind: resolved ? 'reopened' : 'resolved',
      ...of,
      at: changedAt,
    });
  }
  return [
    ...changes,
    ...(await respondersOf(incident, directory, signal)),
    ...bridgeOf(incident),
  ];
}

/** The severity at first: the one before the first change of it, or the one there is. */
function firstSeverity(
  { id, created_at: at, priority }: RestIncident,
  entries: LogEntry[],
): UnkeyedChange[] {
  const first = entries.find(
    ({ type }) => type === 'priority_change_log_entry',
  );
  const severity = first
    ? nameOf(first.channel?.old_priority)
    : priority?.summary;
  return [{ kind: 'severity-changed', incident: id, at, severity }];
}

async function respondersOf(
  incident: RestIncident,
  directory: Directory,
  signal: AbortSignal,
): Promise<UnkeyedChange[]> {
  const changes: UnkeyedChange[] = [];
  for (const responder of incident.incidents_responders) {
    const person = await directory.person(responder.user, signal);
    if (person && responder.state !== 'declined') {
      changes.push({
        kind: 'person-assigned',
        incident: incident.id,
        at: bySecond(
          responder.requested_at ?? responder.updated_at ?? incident.created_at,
        ),
        person,
        role: 'responder',
      });
    }
  }
  return changes;
}

function bridgeOf(incident: RestIncident): UnkeyedChange[] {
  const { id, created_at: createdAt, conference_bridge: bridge } = incident;
  const text = conferenceBridge({
    url: bridge?.conference_url,
    numbers: bridge?.conference_number ? [bridge.conference_number] : [],
  });
  return text
    ? [{ kind: 'note', incident: id, at: bySecond(createdAt), text }]
    : [];
}

function nameOf(
  priority: { summary?: string; name?: string } | null | undefined,
): string | undefined {
  return priority?.summary ?? priority?.name;
}
