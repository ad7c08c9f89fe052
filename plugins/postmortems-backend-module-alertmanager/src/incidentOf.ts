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

import { createHash } from 'node:crypto';
import type { ParseContext } from 'backstage-plugin-postmortems-node';

/** Enough of a digest to tell groups apart. */
const DIGEST_LENGTH = 22;

/** What a group of alerts is called, which is shorter than its key may be. */
export function nameOfGroup(groupKey: string): string {
  return createHash('sha256')
    .update(groupKey)
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);
}

/** Which incident a notification is about. */
export interface AlertIncident {
  /** Made of when it began and of the group, so that it is the same whoever finds it out. */
  id: string;
  startedAt: string;
}

/**
 * Finds out whether alerts belong to the latest incident of their group or are a new one. They
 * are a new one if it was resolved long before; and if they began long before it did, as in a
 * notification that arrives late, they belong to an earlier one.
 *
 * @param options - `startedAt` is when the first of the alerts did
 */
export async function incidentOf(options: {
  group: string;
  startedAt: string;
  newAfterMs: number;
  latestOf: ParseContext['latestOf'];
}): Promise<AlertIncident> {
  const { group, startedAt, newAfterMs, latestOf } = options;
  const own = { id: `${startedAt}/${group}`, startedAt };
  const latest = await latestOf(group);
  if (!latest) return own;

  const [latestStartedAt] = latest.incident.split('/');
  const isEarlier =
    Date.parse(startedAt) + newAfterMs < Date.parse(latestStartedAt);
  const isLater =
    latest.resolvedAt !== undefined &&
    Date.parse(startedAt) > Date.parse(latest.resolvedAt) + newAfterMs;
  return isEarlier || isLater
    ? own
    : { id: latest.incident, startedAt: latestStartedAt };
}
