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

import { z } from 'zod';
import { entityRefSchema, lineSchema, timestampSchema } from './primitives';
import { LIMITS } from './limits';

/**
 * A granted exception from owing the postmortem. Past `expiresAt` it covers nothing any more
 * and the deadline counts again.
 *
 * @public
 */
export const waiverSchema = z.object({
  reason: lineSchema(LIMITS.reason),
  approverRef: entityRefSchema,
  expiresAt: timestampSchema.optional(),
  grantedAt: timestampSchema,
});

/** @public */
export type Waiver = z.infer<typeof waiverSchema>;

/** @public */
export const putWaiverSchema = z.strictObject({
  reason: lineSchema(LIMITS.reason),
  expiresAt: timestampSchema.optional(),
});

/** @public */
export type PutWaiver = z.infer<typeof putWaiverSchema>;

/**
 * A granted later deadline.
 *
 * @public
 */
export const extensionSchema = z.object({
  dueAt: timestampSchema,
  reason: lineSchema(LIMITS.reason),
  approverRef: entityRefSchema,
  grantedAt: timestampSchema,
});

/** @public */
export type Extension = z.infer<typeof extensionSchema>;

/** @public */
export const putExtensionSchema = z.strictObject({
  dueAt: timestampSchema,
  reason: lineSchema(LIMITS.reason),
});

/** @public */
export type PutExtension = z.infer<typeof putExtensionSchema>;
