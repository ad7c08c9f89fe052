import { z } from 'zod';
import { anyOf } from '../kernel/listing';
import { postmortemResourcePermissions } from '../permissions';

const nameSchema = z.enum(
  postmortemResourcePermissions.map(({ name }) => name),
);

/**
 * The query parameter of lists that report permissions, so that clients need not ask for each row.
 *
 * @internal
 */
export const permissionsParameter = anyOf(nameSchema).describe(
  'Permissions to report for each item',
);

/**
 * The field of list items for reported permissions.
 *
 * @internal
 */
export const permissionsField = z
  .array(nameSchema)
  .optional()
  .describe(
    'The requested permissions that the caller has for the postmortem. Missing if none were requested',
  );
