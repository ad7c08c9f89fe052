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
import { SECTIONS } from 'backstage-plugin-postmortems-common';
import type { SectionKey } from 'backstage-plugin-postmortems-common';

/** What is looked at before publication. */
export interface Draft {
  sections: { key: SectionKey; markdown: string }[];
  contributingFactors: unknown[];
}

/**
 * What a postmortem still lacks before it can be published: the required sections without text,
 * in reading order, and `contributing-factors` where there is none.
 */
export function missingForPublication(
  draft: Draft,
): (SectionKey | 'contributing-factors')[] {
  const written = new Set(
    draft.sections
      .filter(({ markdown }) => markdown.trim() !== '')
      .map(({ key }) => key),
  );
  const sections = SECTIONS.filter(
    ({ key, required }) => required && !written.has(key),
  ).map(({ key }) => key);
  return draft.contributingFactors.length > 0
    ? sections
    : [...sections, 'contributing-factors'];
}

/**
 * @throws ConflictError that names what is missing
 */
export function assertPublishable(draft: Draft): void {
  const missing = missingForPublication(draft);
  if (missing.length > 0) {
    throw new ConflictError(
      `A postmortem cannot be published without ${missing.join(', ')}`,
    );
  }
}
