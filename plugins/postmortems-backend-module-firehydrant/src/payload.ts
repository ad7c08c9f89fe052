import {
  optionalSentText,
  optionalSentTime,
  optionalSentUrl,
  sentIncidentId,
  sentList,
  sentTime,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

/**
 * A delivery. `data` has one field, named after the kind of delivery, such as `incident` or
 * `change_event`.
 */
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

/** The complete incident in a delivery. */
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
