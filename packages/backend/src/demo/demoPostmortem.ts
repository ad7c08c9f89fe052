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

import { importPostmortemSchema } from 'backstage-plugin-postmortems-common';
import { Duration } from 'luxon';
import { z } from 'zod';

export const durationSchema = z
  .string()
  .refine(text => Duration.fromISO(text).isValid, {
    error: 'must be an ISO 8601 duration such as P3D or PT2H',
  });

/**
 * How the dates of a document follow the present: its incident was resolved, or where it is still
 * going on started, that long ago.
 */
export const shiftSchema = z.union([
  z.strictObject({ resolvedAgo: durationSchema }),
  z.strictObject({ startedAgo: durationSchema }),
]);

export type Shift = z.infer<typeof shiftSchema>;

/** What a file of demo content holds. */
export const demoPostmortemSchema = z
  .strictObject({
    shift: shiftSchema.optional(),
    postmortem: importPostmortemSchema,
  })
  .refine(
    ({ shift, postmortem }) =>
      !(shift && 'resolvedAgo' in shift) || postmortem.resolvedAt,
    {
      path: ['shift', 'resolvedAgo'],
      error:
        'needs postmortem.resolvedAt; use startedAgo for an incident that is still going on',
    },
  );

export type DemoPostmortem = z.output<typeof demoPostmortemSchema>;
