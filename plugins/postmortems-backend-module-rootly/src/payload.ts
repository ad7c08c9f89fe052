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
  sentIncidentId,
  sentList,
  sentTime,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

/** What all deliveries have. */
export const envelopeSchema = z.object({
  event: z.object({ type: z.string().min(1), issued_at: sentTime }),
});

const resourceSchema = z.object({
  id: optionalSentText,
  name: optionalSentText,
  slug: optionalSentText,
});

/** Something with a name, told by the name alone, by its fields, or as JSON:API does. */
const namedSchema = z.union([
  z.string().transform(name => ({
    id: undefined,
    name: name.trim() || undefined,
    slug: undefined,
  })),
  z
    .object({
      data: z.object({ id: optionalSentText, attributes: resourceSchema }),
    })
    .transform(({ data }) => ({ ...data.attributes, id: data.id })),
  resourceSchema,
]);

const userSchema = z.object({
  name: optionalSentText,
  email: optionalSentText,
});

/** What deliveries about an incident have besides. */
export const incidentSchema = z.object({
  data: z.object({
    id: sentIncidentId,
    title: optionalSentText,
    url: optionalSentUrl,
    kind: optionalSentText,
    status: optionalSentText,
    private: z.boolean().nullish(),
    severity: namedSchema.nullish(),
    created_at: sentTime,
    started_at: optionalSentTime,
    acknowledged_at: optionalSentTime,
    mitigated_at: optionalSentTime,
    resolved_at: optionalSentTime,
    cancelled_at: optionalSentTime,
    cancellation_message: optionalSentText,
    duplicate_incident_id: optionalSentText,
    services: sentList(namedSchema),
    functionalities: sentList(namedSchema),
    environments: sentList(namedSchema),
    roles: sentList(
      z.object({
        incident_role: namedSchema.nullish(),
        user: userSchema.nullish(),
      }),
    ),
  }),
});

export type RootlyEnvelope = z.output<typeof envelopeSchema>;
export type RootlyIncident = z.output<typeof incidentSchema>['data'];
