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

import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import type { Status } from 'backstage-plugin-postmortems-common';
import type { PostmortemFacts } from '../database/PostmortemRecord';

/**
 * The facts that a reader takes for the content of a postmortem, beside its text. Others, such as
 * labels, only say where it stands or help to find it.
 */
const CONTENT_FACTS = [
  'title',
  'outcome',
  'severityHistory',
  'startedAt',
  'detectedAt',
  'mitigatedAt',
  'resolvedAt',
  'entityRefs',
  'commanderRef',
  'contributors',
  'links',
  'noActionItemsReason',
] as const;

/** Whether a change of facts changes what is read, so that reviews of it go stale. */
export function changesContent(
  before: PostmortemFacts,
  after: PostmortemFacts,
): boolean {
  return CONTENT_FACTS.some(
    fact => !isDeepStrictEqual(before[fact], after[fact]),
  );
}

/**
 * What is published is not edited silently: whoever reopens it says why, and it is reviewed and
 * published again.
 *
 * @throws ConflictError where the postmortem is published
 */
export function assertNotPublished({ status }: { status: Status }): void {
  if (status === 'published') {
    throw new ConflictError(
      'What is published cannot be edited; reopen it with a reason first: set its status to draft',
    );
  }
}
