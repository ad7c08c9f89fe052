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

import { entityRefSchema } from 'backstage-plugin-postmortems-common';
import { sentTime } from 'backstage-plugin-postmortems-node';
import { z } from 'zod';

const id = z.string().trim().min(1).max(200);
const text = z.string().trim().min(1);
const url = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as https://example.com/incidents/7',
});

/** `ada@example.com`, `Ada Obi`, or both. */
const personSchema = z.union([
  text.transform(value =>
    value.includes('@') ? { email: value } : { name: value },
  ),
  z
    .strictObject({ email: text.optional(), name: text.optional() })
    .refine(({ email, name }) => email || name, {
      error: 'must have an email or a name',
    }),
]);

/** `checkout`, a catalog entity such as `component:default/checkout`, or more of a service. */
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
 * What is sent to the generic source: what is known of one incident at one time. What is left out
 * stays as it was. docs/incident-sources/generic.md describes it.
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
