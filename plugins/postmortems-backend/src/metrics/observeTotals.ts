import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import type { Totals } from './TotalsStore';

/** How long totals are reused, however often metrics are collected. */
const MAX_AGE_MS = 60_000;

interface Gauge {
  name: string;
  description: string;
  unit: string;
  /** Values with the attribute that tells them apart. */
  values(totals: Totals): [value: number, attributes?: { status: string }][];
}

const GAUGES: Gauge[] = [
  {
    name: 'postmortems.count',
    description: 'Postmortems by compliance status',
    unit: '{postmortem}',
    values: ({ postmortems }) =>
      Object.entries(postmortems).map(([status, count]) => [count, { status }]),
  },
  {
    name: 'postmortems.action_items.overdue.count',
    description: 'Overdue action items',
    unit: '{action item}',
    values: ({ overdueActionItems }) => [[overdueActionItems]],
  },
  {
    name: 'postmortems.incidents.waiting.count',
    description: 'Incidents that need a postmortem and have none',
    unit: '{incident}',
    values: ({ waitingIncidents }) => [[waitingIncidents]],
  },
  {
    name: 'postmortems.deliveries.count',
    description: 'Deliveries of incident sources that are not processed',
    unit: '{delivery}',
    values: ({ pendingDeliveries, parkedDeliveries }) => [
      [pendingDeliveries, { status: 'pending' }],
      [parkedDeliveries, { status: 'parked' }],
    ],
  },
  {
    name: 'postmortems.events.pending.count',
    description: 'Events that are not published yet',
    unit: '{event}',
    values: ({ pendingEvents }) => [[pendingEvents]],
  },
  {
    name: 'postmortems.notifications.due.count',
    description: 'Notifications that are due and not sent yet',
    unit: '{notification}',
    values: ({ dueNotifications }) => [[dueNotifications]],
  },
];

/**
 * Reports totals as gauges. Reads them only when metrics are collected, at most once a minute for
 * all gauges.
 *
 * @returns stops reporting
 */
export function observeTotals(options: {
  metrics: MetricsService;
  read: () => Promise<Totals>;
  clock: () => Date;
  logger: LoggerService;
}): () => void {
  const { metrics, read, clock, logger } = options;
  let latest: { at: number; totals: Promise<Totals | undefined> } | undefined;
  const current = () => {
    const at = clock().getTime();
    if (!latest || at - latest.at >= MAX_AGE_MS) {
      // A failure is kept as long as a result: a struggling database needs no more queries.
      const totals = read().catch(error => {
        logger.warn(
          `Reading metrics failed, will retry in ${
            MAX_AGE_MS / 1_000
          } seconds: ${stringifyError(error)}`,
        );
        return undefined;
      });
      latest = { at, totals };
    }
    return latest.totals;
  };

  const stops = GAUGES.map(({ name, description, unit, values }) => {
    const gauge = metrics.createObservableGauge(name, { description, unit });
    const observe: Parameters<typeof gauge.addCallback>[0] = async result => {
      const totals = await current();
      if (!totals) return;
      for (const [value, attributes] of values(totals)) {
        result.observe(value, attributes);
      }
    };
    gauge.addCallback(observe);
    return () => gauge.removeCallback(observe);
  });
  return () => stops.forEach(stop => stop());
}
