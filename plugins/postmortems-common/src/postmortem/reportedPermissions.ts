import { z } from 'zod';
import { anyOf } from '../kernel/listing';
import { postmortemResourcePermissions } from '../permissions';

const nameSchema = z.enum(
  postmortemResourcePermissions.map(({ name }) => name),
);

/**
 * Query parameter for lists to report permissions per item, which saves clients a request for each
 * row.
 *
 * @internal
 */
export const permissionsParameter = anyOf(nameSchema).describe(
  'Permissions to report for each item',
);

/**
 * The field in list items that holds the reported permissions.
 *
 * @internal
 */
export const permissionsField = z
  .array(nameSchema)
  .optional()
  .describe(
    'The requested permissions that the caller has for the postmortem. Missing if none were requested',
  );
