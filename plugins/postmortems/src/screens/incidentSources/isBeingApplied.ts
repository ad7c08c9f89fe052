import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';

/** Whether a delivery is being processed right now, rather than waiting for its next attempt. */
export function isBeingApplied(
  { status, nextAttemptAt }: IncidentDelivery,
  now: number,
): boolean {
  return (
    status === 'pending' &&
    (nextAttemptAt === undefined || Date.parse(nextAttemptAt) <= now)
  );
}
