import type { DeliveryStatus } from 'backstage-plugin-postmortems-common';

/** Statuses of unapplied deliveries, which are shown by default. */
export const NOT_APPLIED: DeliveryStatus[] = ['parked', 'pending'];

export const deliveryStatusKeys = {
  pending: 'incidentSources.deliveries.pending',
  applied: 'incidentSources.deliveries.applied',
  ignored: 'incidentSources.deliveries.ignored',
  parked: 'incidentSources.deliveries.parked',
} as const satisfies Record<DeliveryStatus, string>;

/** Statuses in display order. Those that need action come first. */
export const deliveryStatuses: DeliveryStatus[] = [
  'parked',
  'pending',
  'applied',
  'ignored',
];
