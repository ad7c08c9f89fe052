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

import { ConflictError } from '@backstage/errors';
import type { Status } from 'backstage-plugin-postmortems-common';

/** Forward through review, and back: changes requested, or a published one reopened. */
const NEXT: Record<Status, Status[]> = {
  draft: ['in-review'],
  'in-review': ['published', 'draft'],
  published: ['draft'],
};

/**
 * @throws ConflictError where the document cannot go from one status to the other
 */
export function checkTransition(from: Status, to: Status): void {
  if (!NEXT[from].includes(to)) {
    throw new ConflictError(
      `A postmortem with status ${from} cannot become ${to}, only ${NEXT[
        from
      ].join(' or ')}`,
    );
  }
}
