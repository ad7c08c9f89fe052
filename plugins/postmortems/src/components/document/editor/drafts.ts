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

import type { SectionKey } from 'backstage-plugin-postmortems-common';

/** Text that was typed but not saved, kept in the browser until it is. */
export interface Draft {
  markdown: string;
  /** The saved version of the section that the text was written on. */
  base: { markdown: string; revision: number };
  at: string;
}

function keyOf(postmortemId: string, section: SectionKey): string {
  return `postmortems/draft/${postmortemId}/${section}`;
}

/** The text kept for a section, if any. */
export function readDraft(
  postmortemId: string,
  section: SectionKey,
): Draft | undefined {
  try {
    const stored = window.localStorage.getItem(keyOf(postmortemId, section));
    return stored ? JSON.parse(stored) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps text that is not saved yet. A browser that keeps nothing only loses this safety net. */
export function writeDraft(
  postmortemId: string,
  section: SectionKey,
  draft: Draft,
): void {
  try {
    window.localStorage.setItem(
      keyOf(postmortemId, section),
      JSON.stringify(draft),
    );
  } catch {
    // Full or forbidden storage must not get in the way of writing.
  }
}

/** Forgets the text kept for a section. */
export function removeDraft(postmortemId: string, section: SectionKey): void {
  try {
    window.localStorage.removeItem(keyOf(postmortemId, section));
  } catch {
    // As above.
  }
}
