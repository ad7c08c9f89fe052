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
import { lineSchema } from './primitives';
import { LIMITS } from './limits';

/**
 * A web link with an optional title. Only `http` and `https`, so that a link is always safe to
 * render. Requests take it by `.strict()`, like every object inside of them: what nobody knows is
 * refused there, while whoever reads an answer bears with what a later version adds.
 *
 * @public
 */
export const linkSchema = z.object({
  url: z
    .url({
      protocol: /^https?$/,
      error: 'must be an http or https address',
    })
    .max(LIMITS.url),
  title: lineSchema(LIMITS.title).optional(),
});

/** @public */
export type Link = z.infer<typeof linkSchema>;
