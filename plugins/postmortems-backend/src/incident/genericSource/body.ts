import { entityRefSchema } from 'backstage-plugin-postmortems-common';
import { sentTime } from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

const id = z.string().trim().min(1).max(200);
const text = z.string().trim().min(1);
const url = z.url({
  protocol: /^https?$/,
  error: 'must be an http or https URL such as https://example.com/incidents/7',
});

/** Accepts `ada@example.com`, `Ada Obi`, or an object with both. */
const personSchema = z.union([
  text.transform(value =>
    value.includes('@') ? { email: value } : { name: value },
  ),
  z
    .strictObject({ email: text.optional(), name: text.optional() })
    .refine(({ email, name }) => email || name, {
      error: 'must have an email or name',
    }),
]);

/** Accepts `checkout`, an entity ref such as `component:default/checkout`, or an object. */
const serviceSchema = z.union([
  id.transform(value =>
    entityRefSchema.safeParse(value).success
      ? { id: value, entityRef: value }
      : { id: value },
  ),
  z.strictObject({
    id,
    name: text.optional(),
    entityRef: entityRefSchema.optional(),
  }),
]);

/**
 * Request body for the generic source: facts about one incident at one time. Omitted facts stay
 * unchanged. See docs/incident-sources/generic.md.
 */
export const bodySchema = z.strictObject({
  id,
  at: sentTime.optional(),
  title: text.optional(),
  url: url.optional(),
  severity: text.nullable().optional(),
  status: z
    .enum(['open', 'acknowledged', 'mitigated', 'resolved', 'cancelled'])
    .optional(),
  reason: text.optional(),
  startedAt: sentTime.optional(),
  acknowledgedAt: sentTime.optional(),
  mitigatedAt: sentTime.optional(),
  resolvedAt: sentTime.optional(),
  services: z.array(serviceSchema).optional(),
  labels: z.array(text).optional(),
  drill: z.boolean().optional(),
  private: z.boolean().optional(),
  commander: personSchema.optional(),
  responders: z
    .array(z.strictObject({ person: personSchema, role: text.optional() }))
    .optional(),
  mergedInto: id.optional(),
  note: z
    .union([
      text.transform(value => ({ text: value, by: undefined })),
      z.strictObject({ text, by: personSchema.optional() }),
    ])
    .optional(),
});

export type Body = z.output<typeof bodySchema>;
