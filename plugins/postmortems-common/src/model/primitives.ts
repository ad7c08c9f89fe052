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
import { LIMITS } from './limits';

/**
 * A point in time: ISO 8601 with an offset on the way in, UTC on the way out.
 *
 * @public
 */
export const timestampSchema = z.iso
  .datetime({
    offset: true,
    error:
      'must be an ISO 8601 time with an offset, such as 2026-03-12T09:14:00Z',
  })
  .refine(hasFourDigitYear, {
    error: 'must be of the year 0 or later and before the year 10000, in UTC',
  })
  .describe('ISO 8601 time with offset');

/**
 * A calendar date without a time, such as `2026-12-24`.
 *
 * @public
 */
export const dateSchema = z.iso.date({
  error: 'must be a date such as 2026-12-24',
});

/**
 * A full catalog entity reference, `kind:namespace/name`.
 *
 * @public
 */
export const entityRefSchema = z
  .string()
  .max(LIMITS.entityRef)
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, {
    error: 'must be a full entity reference such as component:default/checkout',
  })
  .describe('Catalog entity reference, kind:namespace/name');

/**
 * The id people see, such as `PM-42`.
 *
 * @public
 */
export const postmortemIdSchema = z
  .string()
  .regex(/^PM-[1-9]\d{0,8}$/i, { error: 'must be an id such as PM-42' })
  .describe('Postmortem id');

/**
 * Id of an item in a postmortem's collection (timeline event, contributing factor, history entry).
 *
 * @public
 */
export const itemIdSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'must be a positive whole number' });

/**
 * Counts the changes of a resource. Sent as `ETag`, demanded back as `If-Match`.
 *
 * @public
 */
export const revisionSchema = z.int().min(0);

/**
 * A single line of text that says something: trimmed, not empty, no line breaks.
 *
 * @param max - the longest allowed, in UTF-16 code units
 * @public
 */
export function lineSchema(max: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'must not be empty' })
    .max(max, { error: `must be at most ${max} characters` })
    .regex(/^[^\r\n]*$/, { error: 'must be a single line' });
}

/**
 * Markdown text, possibly empty.
 *
 * @param max - the longest allowed, in UTF-16 code units
 * @public
 */
export function markdownSchema(max: number) {
  return z
    .string()
    .max(max, { error: `must be at most ${max} characters` })
    .describe('Markdown');
}

/** Otherwise it would go out in a form that does not come in. */
function hasFourDigitYear(time: string): boolean {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) || /^\d{4}-/.test(date.toISOString());
}
