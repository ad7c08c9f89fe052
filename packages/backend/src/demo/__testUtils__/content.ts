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

import { resolve } from 'node:path';
import { DateTime } from 'luxon';
import type { DemoPostmortem } from '../demoPostmortem';
import { shiftDates } from '../shiftDates';

/** The folder that holds the demo's catalog and postmortems. */
export const demo = resolve(__dirname, '../../../demo');

export const guest = 'user:default/guest';

/** Any time at which the portal might be seeded; a Monday, so that weekends are in between. */
export const now = DateTime.fromISO('2026-11-23T12:00:00Z');

/** A document as it is imported at `now`. */
export function moved({ shift, postmortem }: DemoPostmortem) {
  return shift ? shiftDates(postmortem, shift, now) : postmortem;
}

/** The governing severity; the default severities sort as text. */
export function highest(document: DemoPostmortem['postmortem']): string {
  return [
    document.severity,
    ...(document.severityHistory ?? []).map(change => change.severity),
  ].sort()[0];
}

export function isFuture(time: string): boolean {
  return DateTime.fromISO(time) > now;
}
