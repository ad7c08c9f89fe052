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
  Contributor,
  Deadline,
  Extension,
  Holidays,
  Link,
  Meeting,
  Outcome,
  OwnerSuggestion,
  Publication,
  SeverityChange,
  Status,
  Visibility,
  Waiver,
} from 'backstage-plugin-postmortems-common';

/** The working calendar of the team that owns the primary entity, where it has its own. */
export interface TeamCalendar {
  timeZone?: string;
  holidays?: Holidays;
}

/** The meeting as it is planned. */
export type PlannedMeeting = Omit<Meeting, 'heldAt' | 'afterDeadline'>;

/** What people and the catalog state of a postmortem. Times are ISO 8601 in UTC. */
export interface PostmortemFacts {
  title: string;
  severityHistory: SeverityChange[];
  outcome: Outcome;
  startedAt: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  meetingHeldAt?: string;
  meeting?: PlannedMeeting;
  entityRefs: string[];
  teamRefs: string[];
  calendar?: TeamCalendar;
  ownerRef?: string;
  ownerAcknowledgedAt?: string;
  /** Since when an owner, or their acknowledgement, is awaited. */
  ownerPendingSince?: string;
  ownerSuggestion?: OwnerSuggestion;
  /** Since when the catalog does not know the owner. */
  ownerMissingSince?: string;
  commanderRef?: string;
  contributors: Contributor[];
  labels: string[];
  links: Link[];
  status: Status;
  publishedAt?: string;
  /** Every publication, oldest first. */
  publications: Publication[];
  reviewerRefs: string[];
  noActionItemsReason?: string;
  visibility: Visibility;
  waiver?: Waiver;
  extension?: Extension;
}

/** What the rules derive from the facts. */
export interface PostmortemVerdict {
  governingSeverity: string;
  governingRank: number;
  required: boolean;
  deadline?: Deadline;
  warnAt?: string;
  completedAt?: string;
}

/** A postmortem as stored, without its text. */
export interface PostmortemRecord extends PostmortemFacts, PostmortemVerdict {
  number: number;
  importKey?: string;
  /** Whether a person has done anything to it. */
  begun: boolean;
  /** Counts the changes of what is read: facts, sections, timeline, contributing factors. */
  contentRevision: number;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
}

/** What lists show of a postmortem. */
export type ListedPostmortem = Pick<
  PostmortemRecord,
  | 'number'
  | 'title'
  | 'severityHistory'
  | 'governingSeverity'
  | 'outcome'
  | 'startedAt'
  | 'detectedAt'
  | 'mitigatedAt'
  | 'resolvedAt'
  | 'entityRefs'
  | 'teamRefs'
  | 'labels'
  | 'ownerRef'
  | 'ownerAcknowledgedAt'
  | 'commanderRef'
  | 'status'
  | 'publishedAt'
  | 'completedAt'
  | 'required'
  | 'warnAt'
  | 'visibility'
  | 'waiver'
  | 'extension'
  | 'begun'
  | 'revision'
  | 'createdAt'
  | 'updatedAt'
> & {
  /** Without its explanation, which is the longest of all that a row has. */
  deadline?: Pick<Deadline, 'dueAt'>;
};

/** The severity that a history ends with. */
export function latestSeverity(history: SeverityChange[]): string {
  return history[history.length - 1].severity;
}
