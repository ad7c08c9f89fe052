import {
  optionalSentText,
  optionalSentTime,
  optionalSentUrl,
  sentIncidentId,
  sentList,
  sentTime,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

/** Fields present in all deliveries. */
export const envelopeSchema = z.object({
  event: z.object({ type: z.string().min(1), issued_at: sentTime }),
});

const resourceSchema = z.object({
  id: optionalSentText,
  name: optionalSentText,
  slug: optionalSentText,
});

/** A named object, sent as only its name, as an object with fields, or in JSON:API format. */
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

/** Additional fields in deliveries about an incident. */
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
