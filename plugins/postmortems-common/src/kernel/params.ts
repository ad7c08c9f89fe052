import { z } from 'zod';
import { itemIdSchema, postmortemIdSchema } from './primitives';

/** Path parameters for a postmortem. */
export const byId = z.object({ id: postmortemIdSchema });

/** Path parameters for an item in one of a postmortem's collections. */
export const byItem = byId.extend({ itemId: itemIdSchema });
