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
  sentIncidentId,
  sentList,
  sentTime,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

/** What all deliveries have. */
export const envelopeSchema = z.object({ event: z.string().min(1) });

/** Older incidents have labels without a key. */
const labelSchema = z.union([
  z.string().transform(label => ({ key: undefined, label })),
  z.object({ key: optionalSentText, label: z.string() }),
]);

const userSchema = z.object({
  name: optionalSentText,
  email: optionalSentText,
});

/** What deliveries about an incident have besides. */
export const incidentSchema = z.object({
  time: sentTime,
  incident: z.object({
    incidentID: sentIncidentId,
    title: optionalSentText,
    severity: optionalSentText,
    status: optionalSentText,
    isDrill: z.boolean().nullish(),
    createdTime: sentTime,
    modifiedTime: optionalSentTime,
    closedTime: optionalSentTime,
    incidentStart: optionalSentTime,
    incidentEnd: optionalSentTime,
    overviewURL: optionalSentText,
    labels: sentList(labelSchema),
    /** `internal` or `private`. */
    incidentType: optionalSentText,
    /** Older versions say here who takes part, … */
    roles: sentList(
      z.object({ role: optionalSentText, user: userSchema.nullish() }),
    ),
    /** … newer ones here. */
    incidentMembership: z
      .object({
        assignments: sentList(
          z.object({
            role: z.object({ name: optionalSentText }).nullish(),
            user: userSchema.nullish(),
          }),
        ),
      })
      .nullish(),
  }),
});

export type GrafanaIrmDelivery = z.output<typeof incidentSchema>;
