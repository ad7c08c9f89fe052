import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';

/** Whether a delivery is being processed now, rather than at its next attempt. */
export function isBeingApplied(
  { status, nextAttemptAt }: IncidentDelivery,
  now: number,
): boolean {
  return (
    status === 'pending' &&
    (nextAttemptAt === undefined || Date.parse(nextAttemptAt) <= now)
  );
}
