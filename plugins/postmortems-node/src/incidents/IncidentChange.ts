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

import type { TimelineEventKind } from 'backstage-plugin-postmortems-common';

/**
 * One thing that happened to an incident, as every incident tool tells it in its own way.
 *
 * What is known of an incident is the fold of all its changes in the order in which they
 * happened, never the order in which they arrived. So a change says what was true from a moment
 * on (`severity-changed` to P1, `services-changed` to these) and not what to do; telling it
 * twice, late, or although nothing changed does no harm.
 *
 * @public
 */
export type IncidentChange = ChangeIdentity &
  (
    | DeclaredChange
    | DescribedChange
    | SeverityChanged
    | ServicesChanged
    | TimesChanged
    | PersonAssigned
    | MilestoneReached
    | CancelledChange
    | MergedChange
    | NotedChange
  );

/**
 * What a change is about.
 *
 * @public
 */
export type IncidentChangeKind = IncidentChange['kind'];

/**
 * Which change it is.
 *
 * @public
 */
export interface ChangeIdentity {
  /** What the source calls the incident; at most 200 characters. */
  incident: string;
  /**
   * Belongs to this change alone within the source; at most 300 characters. A change told again
   * has the same key, and what has the same key has the same content: whatever may differ goes
   * into the key.
   */
  key: string;
  /** When it happened, as ISO 8601 with an offset. Not when it was told. */
  at: string;
}

/**
 * There is such an incident, since `at`.
 *
 * @public
 */
export interface DeclaredChange {
  kind: 'declared';
  /** When it began, where the source knows better than `at`. */
  startedAt?: string;
  /**
   * What recurs, where the source tells of that instead of single incidents (a group of alerts);
   * see {@link ParseContext.latestOf}.
   */
  group?: string;
}

/**
 * How the incident is described from then on; what is left out stays as it was.
 *
 * @public
 */
export interface DescribedChange {
  kind: 'described';
  title?: string;
  /** Where people see it in the incident tool. */
  url?: string;
  /** All its labels, such as `drill` or `env:staging`. */
  labels?: string[];
  /** Whether only some may see it in the incident tool. */
  private?: boolean;
  /** Whether it is a drill or a test, and so owes nothing. */
  drill?: boolean;
}

/**
 * It has this severity from then on.
 *
 * @public
 */
export interface SeverityChanged {
  kind: 'severity-changed';
  /** In the source's own words: `P1`, `Critical`. Undefined: none. */
  severity?: string;
}

/**
 * These services are affected from then on.
 *
 * @public
 */
export interface ServicesChanged {
  kind: 'services-changed';
  /** All of them, the most affected first. */
  services: SourceService[];
}

/**
 * A service as the incident tool knows it.
 *
 * @public
 */
export interface SourceService {
  /** By which the source knows it, and the annotation of a catalog entity may name it. */
  id: string;
  name?: string;
  /** Other values by which an annotation may name it, such as an integration key. */
  otherIds?: string[];
  /** Which catalog entity it is, where the incident tool itself knows the catalog. */
  entityRef?: string;
}

/**
 * These are its times from then on, all of them: for incident tools that keep them as fields,
 * which people correct later, and not as events. What is left out, it has not reached, or not any
 * more; but without `startedAt`, it began when it was declared.
 *
 * @public
 */
export interface TimesChanged {
  kind: 'times-changed';
  startedAt?: string;
  acknowledgedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
}

/**
 * Somebody has a part in the response from then on.
 *
 * @public
 */
export interface PersonAssigned {
  kind: 'person-assigned';
  person: SourcePerson;
  /** In the words of the field: `responder`, `scribe`. */
  role: string;
  /** Whether it is the incident commander. */
  commander?: boolean;
}

/**
 * A person as the incident tool knows them; the catalog knows them by the same e-mail address.
 *
 * @public
 */
export interface SourcePerson {
  email?: string;
  name?: string;
}

/**
 * It got this far. `reopened` takes back a resolution and a mitigation, and means nothing where
 * there are none.
 *
 * @public
 */
export interface MilestoneReached {
  kind: 'acknowledged' | 'mitigated' | 'resolved' | 'reopened';
  by?: SourcePerson;
}

/**
 * It is over because it was none. A response that was triggered counts all the same.
 *
 * @public
 */
export interface CancelledChange {
  kind: 'cancelled';
  /** In the source's words. */
  reason?: string;
}

/**
 * It goes on as part of another incident of the same source.
 *
 * @public
 */
export interface MergedChange {
  kind: 'merged';
  /** What the source calls the surviving incident. */
  into: string;
}

/**
 * Something worth a line of the timeline.
 *
 * @public
 */
export interface NotedChange {
  kind: 'note';
  /** Markdown. */
  text: string;
  /** Left out: `note`. */
  timelineKind?: TimelineEventKind;
  by?: SourcePerson;
}
