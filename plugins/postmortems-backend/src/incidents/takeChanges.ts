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

import { InputError } from '@backstage/errors';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import { webAddress } from '../webAddress';

/** The longest names that are stored. */
const MAX_INCIDENT = 200;
const MAX_KEY = 300;

/** The times that changes can say, beside when they happened. */
const TIMES = [
  'startedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
] as const;
type Time = (typeof TIMES)[number];

/**
 * Changes as they are kept, by incident: times in UTC, and none later than they were told, as
 * clocks of others can be ahead.
 *
 * @throws InputError where one cannot be kept
 */
export function takeChanges(
  changes: IncidentChange[],
  receivedAt: Date,
): Map<string, IncidentChange[]> {
  const byIncident = new Map<string, IncidentChange[]>();
  for (const change of changes) {
    const taken = takeChange(change, receivedAt);
    const others = byIncident.get(taken.incident);
    if (others) others.push(taken);
    else byIncident.set(taken.incident, [taken]);
  }
  // Whoever holds several holds them in this order, so that nobody waits for each other.
  return new Map([...byIncident].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function takeChange(told: IncidentChange, receivedAt: Date): IncidentChange {
  const change = storable(told);
  const { incident, key } = change;
  assertName('incident', incident, MAX_INCIDENT);
  assertName('key', key, MAX_KEY);
  const at = toTime('at', change.at, receivedAt);
  const times = Object.fromEntries(
    TIMES.flatMap(field => {
      const time = (change as Partial<Record<Time, string>>)[field];
      return time ? [[field, toTime(field, time, receivedAt)]] : [];
    }),
  );
  return {
    ...change,
    ...(change.kind === 'described' && { url: webAddress(change.url) }),
    ...times,
    at,
  };
}

/** The same without the one character that PostgreSQL keeps in no text. */
function storable(change: IncidentChange): IncidentChange {
  return JSON.parse(JSON.stringify(change), (_key, value) =>
    typeof value === 'string' ? withoutNul(value) : value,
  );
}

/** A text as it can be stored. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function assertName(field: string, value: string, max: number): void {
  if (typeof value !== 'string' || value === '' || value.length > max) {
    throw new InputError(
      `${field} must be 1 to ${max} characters, not "${value}"`,
    );
  }
}

function toTime(field: string, value: string, receivedAt: Date): string {
  const time = new Date(value);
  if (!(time.getTime() >= 0)) {
    throw new InputError(`${field} must be a time since 1970, not "${value}"`);
  }
  return (time < receivedAt ? time : receivedAt).toISOString();
}
