import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  itemIdSchema,
  lineSchema,
  markdownSchema,
  revisionSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';

/**
 * The category of a contributing factor. Complex systems fail for several reasons together, so
 * there can be any number of factors and no single "root cause".
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

/** @public */
export const contributingFactorSchema = objectSchema<ContributingFactor>(
  z.object({
    id: itemIdSchema,
    ...fields,
    revision: revisionSchema,
  } satisfies Fields<ContributingFactor>),
);

/**
 * One of the conditions that together caused or worsened the incident.
 *
 * @public
 */
export interface ContributingFactor {
  id: string;
  title: string;
  category: ContributingFactorCategory;
  description: string;
  revision: number;
}

/** @public */
export const createContributingFactorSchema = objectSchema<
  WithDefaults<CreateContributingFactor, 'category' | 'description'>,
  CreateContributingFactor
>(
  z.strictObject({
    title: fields.title,
    category: fields.category.default('other'),
    description: fields.description.default(''),
  } satisfies Fields<CreateContributingFactor>),
);

/** Request body of `addContributingFactor`. @public */
export interface CreateContributingFactor {
  title: string;
  category?: ContributingFactorCategory;
  description?: string;
}

/** @public */
export const updateContributingFactorSchema =
  objectSchema<UpdateContributingFactor>(z.strictObject(fields).partial());

/** Request body of `updateContributingFactor`. @public */
export interface UpdateContributingFactor {
  title?: string;
  category?: ContributingFactorCategory;
  description?: string;
}
