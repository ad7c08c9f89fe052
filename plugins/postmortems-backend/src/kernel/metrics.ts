import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { optionalService } from './optionalService';

const NO_OBSERVABLE = { addCallback: () => {}, removeCallback: () => {} };
const NO_INSTRUMENT = { add: () => {}, record: () => {} };

const NO_METRICS: MetricsService = {
  createCounter: () => NO_INSTRUMENT,
  createUpDownCounter: () => NO_INSTRUMENT,
  createHistogram: () => NO_INSTRUMENT,
  createGauge: () => NO_INSTRUMENT,
  createObservableCounter: () => NO_OBSERVABLE,
  createObservableUpDownCounter: () => NO_OBSERVABLE,
  createObservableGauge: () => NO_OBSERVABLE,
};

/** Backstage's metrics service. In portals without it, nothing is measured. */
export const optionalMetricsServiceRef = optionalService(
  metricsServiceRef,
  NO_METRICS,
);

/** The sender of a webhook. Only configured ones, so that senders cannot invent values. */
export interface WebhookSender {
  kind: 'incident-source' | 'ticket-tracker';
  id: string;
}

export type WebhookResult =
  | 'accepted'
  | 'unauthenticated'
  | 'too-large'
  | 'rate-limited'
  | 'rejected'
  | 'failed';

/** `shared` means replaced by one notification for each member of a team. */
type NotificationResult = 'sent' | 'shared' | 'dropped' | 'failed';

/** Counts what happens in this instance. */
export interface Counters {
  webhook(sender: WebhookSender, result: WebhookResult): void;
  notification(result: NotificationResult): void;
}

export function createCounters(metrics: MetricsService): Counters {
  const webhooks = metrics.createCounter('postmortems.webhooks.count', {
    description: 'Webhook requests by sender and result',
    unit: '{request}',
  });
  const notifications = metrics.createCounter(
    'postmortems.notifications.count',
    {
      description: 'Attempts to send a notification, by result',
      unit: '{notification}',
    },
  );
  return {
    webhook: ({ kind, id }, result) =>
      webhooks.add(1, { kind, source: id, result }),
    notification: result => notifications.add(1, { result }),
  };
}
