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
  SectionKey,
} from 'backstage-plugin-postmortems-common';
import { SECTIONS } from 'backstage-plugin-postmortems-common';

/** One thing that a postmortem needs before it can be published. */
export interface ChecklistItem {
  key: SectionKey | 'contributing-factors' | 'resolved';
  done: boolean;
}

/** What a postmortem needs before it can be published, in reading order. */
export function publishChecklist(postmortem: Postmortem): ChecklistItem[] {
  const written = new Set(
    postmortem.sections
      .filter(section => section.markdown.trim() !== '')
      .map(section => section.key),
  );
  return [
    ...SECTIONS.filter(section => section.required).map(({ key }) => ({
      key,
      done: written.has(key),
    })),
    {
      key: 'contributing-factors' as const,
      done: postmortem.contributingFactors.length > 0,
    },
    { key: 'resolved' as const, done: postmortem.resolvedAt !== undefined },
  ];
}
