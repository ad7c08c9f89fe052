import {
  optionalSentText,
  optionalSentTime,
  sentIncidentId,
  sentList,
  sentTime,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

/** Fields present in all deliveries. */
export const envelopeSchema = z.object({ event: z.string().min(1) });

/** Labels on older incidents have no key. */
const labelSchema = z.union([
  z.string().transform(label => ({ key: undefined, label })),
  z.object({ key: optionalSentText, label: z.string() }),
]);

const userSchema = z.object({
  name: optionalSentText,
  email: optionalSentText,
});

/** Additional fields in deliveries about an incident. */
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
    /** The visibility: `internal` or `private`. */
    incidentType: optionalSentText,
    /** Participants, in older versions. */
    roles: sentList(
      z.object({ role: optionalSentText, user: userSchema.nullish() }),
    ),
    /** Participants, in newer versions. */
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
