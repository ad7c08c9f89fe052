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
import { timestampSchema, lineSchema } from './primitives';
import { LIMITS } from './limits';

/**
 * The id of a severity, such as `SEV-1`. Which ids and aliases exist is configuration, so the
 * server checks the value and answers with the canonical id.
 *
 * @public
 */
export const severitySchema = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(32, { error: 'must be at most 32 characters' })
  .describe('Severity id or alias, such as SEV-1');

/**
 * One severity as configured; `rank` 1 is the most severe.
 *
 * @public
 */
export const severityDefinitionSchema = z.object({
  id: severitySchema,
  rank: z.int().min(1),
  aliases: z.array(z.string()),
});

/** @public */
export type SeverityDefinition = z.infer<typeof severityDefinitionSchema>;

/**
 * One step in an incident's severity history: from `at` on the severity was `severity`.
 *
 * @public
 */
export const severityChangeSchema = z.object({
  severity: severitySchema,
  at: timestampSchema,
  reason: lineSchema(LIMITS.line).optional(),
});

/** @public */
export type SeverityChange = z.infer<typeof severityChangeSchema>;
