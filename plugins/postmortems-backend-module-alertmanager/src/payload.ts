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

/**
 * A group of alerts. Grafana sends what Alertmanager does, and some more.
 */
export const groupSchema = z.object({
  /** Belongs to this group alone, in all notifications about it. */
  groupKey: z.string().min(1),
  status: statusSchema,
  /** How many alerts there are besides those that are sent. */
  truncatedAlerts: z.number().nullish(),
  alerts: sentList(alertSchema),
  commonAnnotations: z.object({ summary: optionalSentText }).nullish(),
  externalURL: optionalSentUrl,
});

export type AlertGroup = z.output<typeof groupSchema>;
export type Alert = AlertGroup['alerts'][number];
