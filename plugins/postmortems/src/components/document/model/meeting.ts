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
  Postmortem,
  PutMeeting,
} from 'backstage-plugin-postmortems-common';

/** The meeting as it is, to be sent with what changes: what a request leaves out is none. */
export function planOf({ meeting }: Pick<Postmortem, 'meeting'>): PutMeeting {
  if (!meeting) return {};
  const { afterDeadline: _, ...plan } = meeting;
  return plan;
}

/** Those who took part in the incident and its postmortem, whom a meeting about it concerns. */
export function participantsOf(
  postmortem: Pick<
    Postmortem,
    'ownerRef' | 'commanderRef' | 'contributors' | 'review'
  >,
): string[] {
  const { ownerRef, commanderRef, contributors, review } = postmortem;
  return [
    ...new Set(
      [
        ownerRef,
        commanderRef,
        ...contributors.map(({ userRef }) => userRef),
        ...review.reviewerRefs,
      ].filter(ref => ref?.startsWith('user:')),
    ),
  ] as string[];
}

/** Whether a time is after the deadline of a postmortem that is not complete yet. */
export function isAfterDeadline(
  { dueAt, completedAt }: Pick<Postmortem, 'dueAt' | 'completedAt'>,
  time: string | undefined,
): boolean {
  return (
    time !== undefined &&
    dueAt !== undefined &&
    completedAt === undefined &&
    Date.parse(time) > Date.parse(dueAt)
  );
}
