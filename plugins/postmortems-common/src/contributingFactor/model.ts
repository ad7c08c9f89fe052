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
  description: markdownSchema(LIMITS.itemMarkdown),
};

/** @public */
export const contributingFactorSchema = objectSchema<ContributingFactor>(
  z.object({
    id: itemIdSchema,
    ...fields,
    category: contributingFactorCategorySchema
      .optional()
      .describe('Missing if nobody chose one'),
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
  category?: ContributingFactorCategory;
  description: string;
  revision: number;
}

/** @public */
export const createContributingFactorSchema = objectSchema<
  WithDefaults<CreateContributingFactor, 'description'>,
  CreateContributingFactor
>(
  z.strictObject({
    title: fields.title,
    category: contributingFactorCategorySchema.optional(),
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
  objectSchema<UpdateContributingFactor>(
    z
      .strictObject({
        ...fields,
        category: contributingFactorCategorySchema
          .nullable()
          .describe('null clears it'),
      } satisfies Fields<UpdateContributingFactor>)
      .partial(),
  );

/** Request body of `updateContributingFactor`. @public */
export interface UpdateContributingFactor {
  title?: string;
  category?: ContributingFactorCategory | null;
  description?: string;
}

/** @public */
export const findContributingFactorsQuerySchema =
  objectSchema<FindContributingFactorsQuery>(
    z.strictObject({
      text: lineSchema(LIMITS.title).describe(
        'Beginning of a title, or of words in it. Ignores case and accents',
      ),
    } satisfies Fields<FindContributingFactorsQuery>),
  );

/** Query parameters of `findContributingFactors`. @public */
export interface FindContributingFactorsQuery {
  text: string;
}

/** @public */
export const knownContributingFactorSchema =
  objectSchema<KnownContributingFactor>(
    z.object({
      title: z.string().describe('Its most frequent spelling'),
      category: contributingFactorCategorySchema
        .optional()
        .describe('Its most frequent category'),
      postmortems: z.int().min(1).describe('How many postmortems have it'),
    } satisfies Fields<KnownContributingFactor>),
  );

/**
 * A contributing factor that postmortems already have. Titles that differ only in case, accents or
 * spaces are the same factor.
 *
 * @public
 */
export interface KnownContributingFactor {
  title: string;
  category?: ContributingFactorCategory;
  postmortems: number;
}

/** @public */
export const mergeContributingFactorsSchema =
  objectSchema<MergeContributingFactors>(
    z.strictObject({
      from: lineSchema(LIMITS.title).describe(
        'Title of the factor to rename. Ignores case, accents and spaces',
      ),
      into: lineSchema(LIMITS.title).describe('Its new title'),
    } satisfies Fields<MergeContributingFactors>),
  );

/** Request body of `mergeContributingFactors`. @public */
export interface MergeContributingFactors {
  from: string;
  into: string;
}

/** @public */
export const mergedContributingFactorsSchema =
  objectSchema<MergedContributingFactors>(
    z.object({
      changed: z
        .int()
        .min(0)
        .describe('How many of the changed postmortems the caller can see'),
    } satisfies Fields<MergedContributingFactors>),
  );

/** Response of `mergeContributingFactors`. @public */
export interface MergedContributingFactors {
  changed: number;
}
