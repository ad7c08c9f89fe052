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
  IncidentStanding,
  NotRequiredReason,
  SourceFactField,
  Visibility,
  WaitingFor,
} from 'backstage-plugin-postmortems-common';
import type { SourceService } from 'backstage-plugin-postmortems-node';
import type { IncidentState } from '../incidents/fold';
import type { PostmortemFacts } from './PostmortemRecord';

/** What a source can say of a postmortem. */
export type SourceFacts = Pick<PostmortemFacts, SourceFactField>;

/** What became of an incident, as far as its row says. Times are ISO 8601 in UTC. */
export interface IncidentOutcome {
  /** What its changes add up to; none until they were first added up. */
  state?: IncidentState;
  standing: IncidentStanding;
  waitingFor?: WaitingFor;
  notRequiredBecause?: NotRequiredReason;
  title: string;
  url?: string;
  startedAt: string;
  resolvedAt?: string;
  governingSeverity?: string;
  visibility: Visibility;
  mergedInto?: string;
  /** What covers it: its own, or that of the incident that it went into. */
  postmortem?: number;
  /** What the source says of the facts of the postmortem. */
  theirs?: SourceFacts;
  /** What it said when last taken; none where it never had a postmortem of its own. */
  base?: SourceFacts;
  error?: string;
  entityRefs: string[];
  teamRefs: string[];
  unmappedServices: SourceService[];
  unknownSeverities: string[];
}

/** An incident as stored. */
export interface IncidentRecord extends IncidentOutcome {
  rowId: number;
  source: string;
  key: string;
  /** Counts how often changes were added. */
  changes: number;
  /** Attempts to carry it over that failed, in a row. */
  attempts: number;
}
