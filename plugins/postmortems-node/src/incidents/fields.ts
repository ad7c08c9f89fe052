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

/** What some incident tools send for a time that there is not. */
const NO_TIME: unknown[] = [null, '', '0001-01-01T00:00:00Z'];

const LINK = z.url({ protocol: /^https?$/ });

/**
 * A time in a payload: ISO 8601 with an offset, in UTC once read.
 *
 * @public
 */
export const sentTime = z.iso
  .datetime({
    offset: true,
    error: 'must be a time with an offset, such as 2026-03-10T09:14:00Z',
  })
  .transform(value => new Date(value).toISOString());

/**
 * A time that may be missing, which tools say by null, by nothing or by the year 1.
 *
 * @public
 */
export const optionalSentTime = z.preprocess(
  value => (NO_TIME.includes(value) ? undefined : value),
  sentTime.optional(),
);

/**
 * A text that may be missing, null or empty.
 *
 * @public
 */
export const optionalSentText = z
  .string()
  .nullish()
  .transform(value => value?.trim() || undefined);

/**
 * An address that people can open. What is no such address is left out: a payload is not useless
 * for that.
 *
 * @public
 */
export const optionalSentUrl = z
  .unknown()
  .transform(value =>
    LINK.safeParse(value).success ? String(value) : undefined,
  )
  .optional();

/**
 * What a source calls an incident.
 *
 * @public
 */
export const sentIncidentId = z.string().min(1).max(200);

/**
 * A list that may be missing or null.
 *
 * @public
 */
export function sentList<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform(list => list ?? []);
}
