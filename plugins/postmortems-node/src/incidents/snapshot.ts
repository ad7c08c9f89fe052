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
  DescribedChange,
  IncidentChange,
  SourcePerson,
  SourceService,
  TimesChanged,
} from './IncidentChange';
import { keyed, type UnkeyedChange } from './reading';

/** What the people who lead the response are called, in one tool or another. */
const COMMANDER = /commander|\blead(er)?\b/i;

/**
 * All that an incident tool knows of an incident at one time, for those tools whose webhooks tell
 * how it is and not what happened.
 *
 * @public
 */
export interface IncidentSnapshot {
  /** What the source calls the incident. */
  incident: string;
  /** When it was so. */
  at: string;
  declaredAt: string;
  /** See {@link DeclaredChange.group}. */
  group?: string;
  description: Omit<DescribedChange, 'kind'>;
  /** In the source's own words. */
  severity?: string;
  /** Left out where the source does not say. */
  times?: Omit<TimesChanged, 'kind'>;
  services: SourceService[];
  people: SourceParticipant[];
  /** Where it turned out to be none. */
  cancelled?: { at: string; reason?: string };
  /** What the source calls the incident that it goes on as. */
  mergedInto?: string;
}

/**
 * Somebody's part in the response.
 *
 * @public
 */
export interface SourceParticipant {
  person: SourcePerson;
  role: string;
  /** Left out: as the name of the role says. */
  commander?: boolean;
}

/**
 * What a snapshot tells, as changes from its time on. Two snapshots may come in any order: the
 * later one holds.
 *
 * @public
 */
export function changesOfSnapshot(
  snapshot: IncidentSnapshot,
): IncidentChange[] {
  const { incident, at, declaredAt, group, cancelled, mergedInto } = snapshot;
  const changes: UnkeyedChange[] = [
    { kind: 'declared', incident, at: declaredAt, group },
    { kind: 'described', incident, at, ...snapshot.description },
    {
      kind: 'severity-changed',
      incident,
      at,
      severity: snapshot.severity,
    },
    { kind: 'services-changed', incident, at, services: snapshot.services },
    ...snapshot.people
      .filter(({ person }) => person.email || person.name)
      .map(({ person, role, commander = COMMANDER.test(role) }) => ({
        kind: 'person-assigned' as const,
        incident,
        at,
        person,
        role,
        commander,
      })),
  ];
  if (snapshot.times) {
    changes.push({ kind: 'times-changed', incident, at, ...snapshot.times });
  }
  if (cancelled) changes.push({ kind: 'cancelled', incident, ...cancelled });
  if (mergedInto) {
    changes.push({ kind: 'merged', incident, at, into: mergedInto });
  }
  return changes.map(keyed);
}
