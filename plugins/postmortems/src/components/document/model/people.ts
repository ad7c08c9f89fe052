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

import type { Postmortem } from 'backstage-plugin-postmortems-common';

/** Those who had one role. */
export interface Role {
  role: string;
  userRefs: string[];
}

/**
 * The contributors by role, in the order in which the roles first appear. The incident commander
 * has a field of their own; the same person in a role of that name is not told twice.
 */
export function contributorsByRole(
  postmortem: Pick<Postmortem, 'commanderRef' | 'contributors'>,
): Role[] {
  const { commanderRef, contributors } = postmortem;
  const roles = new Map<string, Role>();
  for (const { role, userRef } of contributors) {
    const key = role.toLocaleLowerCase('en-US');
    if (key === 'incident commander' && userRef === commanderRef) continue;
    const known = roles.get(key) ?? { role, userRefs: [] };
    roles.set(key, { ...known, userRefs: [...known.userRefs, userRef] });
  }
  return [...roles.values()];
}
