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

/** A custom field's value: a catalog entry, an option, text, a link or a number. */
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

/** An incident, in webhooks and API v2. */
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

/** An update to an incident, in API v2. */
export const updateSchema = z.object({
  id: z.string().min(1),
  created_at: sentTime,
  message: optionalSentText,
  new_severity: namedSchema.nullish(),
  new_incident_status: statusSchema.nullish(),
  merged_into_incident_id: optionalSentText,
  updater: z.object({ user: userSchema.nullish() }).nullish(),
});

/** Fields present in all webhooks. The content is in a field named after the type. */
export const envelopeSchema = z
  .object({ event_type: z.string().min(1) })
  .loose();

/** A webhook about a private incident contains only its id. */
export const privateSchema = z.object({ id: sentIncidentId });

/** A status change webhook: the incident with its previous and new status. */
export const statusUpdateSchema = z.object({
  incident: incidentSchema,
  previous_status: statusSchema,
  new_status: statusSchema,
});

export type IncidentIoIncident = z.output<typeof incidentSchema>;
export type IncidentIoUpdate = z.output<typeof updateSchema>;
