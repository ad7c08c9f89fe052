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
import {
  itemIdSchema,
  lineSchema,
  markdownSchema,
  revisionSchema,
} from './primitives';
import { LIMITS } from './limits';

/**
 * Where a contributing factor lies. Complex systems fail for several reasons together, so there
 * are always as many factors as it takes and no single "root cause".
 *
 * @public
 */
export const contributingFactorCategorySchema = z.enum([
  'change',
  'capacity',
  'dependency',
  'design',
  'configuration',
  'process',
  'detection',
  'external',
  'other',
]);

/** @public */
export type ContributingFactorCategory = z.infer<
  typeof contributingFactorCategorySchema
>;

const fields = {
  title: lineSchema(LIMITS.title),
  category: contributingFactorCategorySchema,
  description: markdownSchema(LIMITS.itemMarkdown),
};

/**
 * One of the conditions that together made the incident possible or worse.
 *
 * @public
 */
export const contributingFactorSchema = z.object({
  id: itemIdSchema,
  ...fields,
  revision: revisionSchema,
});

/** @public */
export type ContributingFactor = z.infer<typeof contributingFactorSchema>;

/** @public */
export const createContributingFactorSchema = z.strictObject({
  title: fields.title,
  category: fields.category.default('other'),
  description: fields.description.default(''),
});

/** @public */
export type CreateContributingFactor = z.input<
  typeof createContributingFactorSchema
>;

/** @public */
export const updateContributingFactorSchema = z.strictObject(fields).partial();

/** @public */
export type UpdateContributingFactor = z.infer<
  typeof updateContributingFactorSchema
>;
