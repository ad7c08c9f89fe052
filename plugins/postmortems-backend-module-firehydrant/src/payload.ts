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

/** Names what a delivery is about by the field that holds it: `incident`, `change_event`. */
export const envelopeSchema = z.object({
  data: z.record(z.string(), z.unknown()),
});

const namedSchema = z.object({ id: optionalSentText, name: optionalSentText });

const milestoneSchema = z.object({
  type: z.string(),
  occurred_at: optionalSentTime,
});

const roleAssignmentSchema = z.object({
  status: optionalSentText,
  incident_role: namedSchema.nullish(),
  user: z.object({ name: optionalSentText, email: optionalSentText }).nullish(),
});

/** What a delivery about an incident holds: all of it. */
export const incidentSchema = z.object({
  data: z.object({
    incident: z.object({
      id: sentIncidentId,
      name: optionalSentText,
      incident_url: optionalSentUrl,
      created_at: sentTime,
      started_at: optionalSentTime,
      discarded_at: optionalSentTime,
      current_milestone: optionalSentText,
      milestones: sentList(milestoneSchema),
      severity: optionalSentText,
      restricted: z.boolean().nullish(),
      incident_type: namedSchema.nullish(),
      tag_list: sentList(z.string()),
      labels: z.record(z.string(), z.string().nullable()).nullish(),
      services: sentList(namedSchema),
      functionalities: sentList(namedSchema),
      environments: sentList(namedSchema),
      role_assignments: sentList(roleAssignmentSchema),
    }),
  }),
});

export type FireHydrantIncident = z.output<
  typeof incidentSchema
>['data']['incident'];
