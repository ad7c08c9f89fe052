import {
  optionalSentText,
  optionalSentTime,
  optionalSentUrl,
  sentList,
  sentTime,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

const statusSchema = z.enum(['firing', 'resolved']);
const textsSchema = z
  .record(z.string(), z.string())
  .nullish()
  .transform(texts => texts ?? {});

const alertSchema = z.object({
  status: statusSchema,
  labels: textsSchema,
  startsAt: sentTime,
  endsAt: optionalSentTime,
  generatorURL: optionalSentUrl,
});

/** A group of alerts, as sent by Alertmanager and, with extra fields, by Grafana. */
export const groupSchema = z.object({
  /** Unique per group, and the same in all its notifications. */
  groupKey: z.string().min(1),
  status: statusSchema,
  /** The number of alerts that the notification leaves out because of `max_alerts`. */
  truncatedAlerts: z.number().nullish(),
  alerts: sentList(alertSchema),
  commonAnnotations: z.object({ summary: optionalSentText }).nullish(),
  externalURL: optionalSentUrl,
});

export type AlertGroup = z.output<typeof groupSchema>;
export type Alert = AlertGroup['alerts'][number];

export function isFiring({ status }: Alert): boolean {
  return status === 'firing';
}
