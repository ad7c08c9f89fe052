import {
  optionalSentText,
  optionalSentTime,
  optionalSentUrl,
  sentIncidentId,
  sentList,
  sentTime,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

/** A reference to a person, service, priority or incident. */
export const referenceSchema = z.object({
  id: sentIncidentId,
  type: optionalSentText,
  /** The name of the object that the reference points to. */
  summary: optionalSentText,
});

export type Reference = z.infer<typeof referenceSchema>;

const optionalReference = referenceSchema.nullish();

const conferenceBridgeSchema = z.object({
  conference_number: optionalSentText,
  conference_url: optionalSentUrl,
});

/** An incident, in webhooks and the REST API. */
export const incidentSchema = z.object({
  id: sentIncidentId,
  title: optionalSentText,
  html_url: optionalSentUrl,
  status: optionalSentText,
  urgency: optionalSentText,
  created_at: sentTime,
  incident_type: z.object({ name: optionalSentText }).nullish(),
  service: optionalReference,
  priority: optionalReference,
  escalation_policy: optionalReference,
  assignees: sentList(referenceSchema),
  conference_bridge: conferenceBridgeSchema.nullish(),
  resolve_reason: z
    .object({ type: optionalSentText, incident: optionalReference })
    .nullish(),
});

export type Incident = z.infer<typeof incidentSchema>;

const ofIncident = { incident: referenceSchema };

export const noteSchema = z.object({
  ...ofIncident,
  content: optionalSentText,
  trimmed: z.boolean().nullish(),
});

export const statusUpdateSchema = z.object({
  ...ofIncident,
  message: optionalSentText,
  trimmed: z.boolean().nullish(),
});

export const responderSchema = z.object({
  ...ofIncident,
  /** Missing if an escalation policy is assigned instead. */
  user: optionalReference,
  state: optionalSentText,
});

export const roleAssignmentsSchema = z.object({
  incident_role_assignments: z.array(
    z.object({
      ...ofIncident,
      assignee: optionalReference,
      role: optionalReference,
      status: optionalSentText,
    }),
  ),
});

export const bridgeUpdateSchema = z.object({
  ...ofIncident,
  conference_url: optionalSentUrl,
  conference_numbers: sentList(
    z.object({ label: optionalSentText, number: optionalSentText }),
  ),
});

/** Fields present in all webhooks. */
export const webhookSchema = z.object({
  event: z.looseObject({ event_type: z.string().min(1) }),
});

/** The event: what happened, when, and who caused it. */
export const eventSchema = z.object({
  event: z.object({
    occurred_at: sentTime,
    agent: optionalReference,
    data: z.unknown(),
  }),
});

/** An incident in the REST API, with fields that webhooks don't have. */
export const restIncidentSchema = incidentSchema
  .omit({ assignees: true })
  .extend({
    updated_at: optionalSentTime,
    last_status_change_at: optionalSentTime,
    incidents_responders: sentList(
      z.object({
        user: optionalReference,
        state: optionalSentText,
        requested_at: optionalSentTime,
        updated_at: optionalSentTime,
      }),
    ),
  });

export type RestIncident = z.infer<typeof restIncidentSchema>;

/** A priority in a log entry: a reference or the full object. */
const prioritySchema = z
  .object({ summary: optionalSentText, name: optionalSentText })
  .nullish();

/** An entry in an incident's log. */
export const logEntrySchema = z.object({
  id: z.string(),
  type: z.string(),
  created_at: sentTime,
  summary: optionalSentText,
  note: optionalSentText,
  /** Set in status updates. */
  message: optionalSentText,
  agent: optionalReference,
  assignees: sentList(referenceSchema),
  escalation_policy: optionalReference,
  channel: z
    .object({
      summary: optionalSentText,
      old_priority: prioritySchema,
      new_priority: prioritySchema,
    })
    .nullish(),
});

export type LogEntry = z.infer<typeof logEntrySchema>;
