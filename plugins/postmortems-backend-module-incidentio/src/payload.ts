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

const userSchema = z.object({
  name: optionalSentText,
  email: optionalSentText,
});

const namedSchema = z.object({ name: optionalSentText });

const statusSchema = z.object({ category: z.string().min(1) });

/** The value of a custom field, which is one of these, of a text, a link or a number. */
const fieldValueSchema = z.object({
  value_catalog_entry: z
    .object({
      id: z.string().min(1),
      name: optionalSentText,
      external_id: optionalSentText,
      aliases: sentList(z.string()),
    })
    .nullish(),
  value_option: z
    .object({ id: z.string().min(1), value: optionalSentText })
    .nullish(),
});

/** An incident, alike in webhooks and in the API v2. */
export const incidentSchema = z.object({
  id: sentIncidentId,
  name: optionalSentText,
  permalink: optionalSentUrl,
  mode: optionalSentText,
  visibility: optionalSentText,
  created_at: sentTime,
  updated_at: sentTime,
  incident_status: statusSchema,
  incident_type: namedSchema.nullish(),
  severity: namedSchema.nullish(),
  incident_role_assignments: sentList(
    z.object({
      role: z
        .object({ name: optionalSentText, role_type: optionalSentText })
        .nullish(),
      assignee: userSchema.nullish(),
    }),
  ),
  incident_timestamp_values: sentList(
    z.object({
      incident_timestamp: namedSchema.nullish(),
      value: z.object({ value: optionalSentTime }).nullish(),
    }),
  ),
  custom_field_entries: sentList(
    z.object({
      custom_field: z.object({ id: z.string(), name: optionalSentText }),
      values: sentList(fieldValueSchema),
    }),
  ),
});

/** Something that was told of an incident, as the API v2 gives it. */
export const updateSchema = z.object({
  id: z.string().min(1),
  created_at: sentTime,
  message: optionalSentText,
  new_severity: namedSchema.nullish(),
  new_incident_status: statusSchema.nullish(),
  merged_into_incident_id: optionalSentText,
  updater: z.object({ user: userSchema.nullish() }).nullish(),
});

/** What all webhooks have: what they are about is in the field called as the type. */
export const envelopeSchema = z
  .object({ event_type: z.string().min(1) })
  .loose();

/** A webhook about a private incident tells no more than which one. */
export const privateSchema = z.object({ id: sentIncidentId });

/** A webhook about another status tells both besides the incident. */
export const statusUpdateSchema = z.object({
  incident: incidentSchema,
  previous_status: statusSchema,
  new_status: statusSchema,
});

export type IncidentIoIncident = z.output<typeof incidentSchema>;
export type IncidentIoUpdate = z.output<typeof updateSchema>;
