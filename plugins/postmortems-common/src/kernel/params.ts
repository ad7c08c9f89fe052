import { z } from 'zod';
import { itemIdSchema, postmortemIdSchema } from './primitives';

/** Path parameters of a postmortem. */
export const byId = z.object({ id: postmortemIdSchema });

/** Path parameters of an item in a collection of a postmortem. */
export const byItem = byId.extend({ itemId: itemIdSchema });
