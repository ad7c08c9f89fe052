import { InputError } from '@backstage/errors';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import { lengthIfTooLong, webAddress } from '../../kernel/webAddress';

/** Maximum stored lengths of incident and change keys. */
const MAX_INCIDENT = 200;
const MAX_KEY = 300;

/** Time fields in changes, apart from `at`. */
const TIMES = [
  'startedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
] as const;
type Time = (typeof TIMES)[number];

/**
 * Normalizes changes and groups them by incident. Converts times to UTC, and replaces times in the
 * future with the time of receipt, because the sender's clock can be ahead.
 *
 * @throws InputError if a change can't be stored
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
  // A fixed lock order prevents deadlocks.
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
    ...(change.kind === 'described' && {
      url: webAddress(change.url),
      urlTooLong: lengthIfTooLong(change.url),
    }),
    ...times,
    at,
  };
}

function storable(change: IncidentChange): IncidentChange {
  return JSON.parse(JSON.stringify(change), (_key, value) =>
    typeof value === 'string' ? withoutNul(value) : value,
  );
}

/** Removes null characters, which PostgreSQL cannot store. */
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
    throw new InputError(
      `${field} must be a time in 1970 or later, not "${value}"`,
    );
  }
  return (time < receivedAt ? time : receivedAt).toISOString();
}
