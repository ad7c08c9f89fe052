import { importPostmortemSchema } from 'backstage-plugin-postmortems-common';
import { Duration } from 'luxon';
import { z } from 'zod';

export const durationSchema = z
  .string()
  .refine(text => Duration.fromISO(text).isValid, {
    error: 'must be an ISO 8601 duration such as P3D or PT2H',
  });

/**
 * Shifts a document's dates, so that its incident was resolved (or, if ongoing, started) this long
 * ago.
 */
export const shiftSchema = z.union([
  z.strictObject({ resolvedAgo: durationSchema }),
  z.strictObject({ startedAgo: durationSchema }),
]);

export type Shift = z.infer<typeof shiftSchema>;

/** The content of a demo file. */
export const demoPostmortemSchema = z
  .strictObject({
    shift: shiftSchema.optional(),
    /** If false, the import's claims are left for visitors to confirm. */
    confirmed: z.boolean().optional(),
    /** Imported after the others, so that it doesn't change their ids. */
    importedLast: z.boolean().optional(),
    postmortem: importPostmortemSchema,
  })
  .refine(
    ({ shift, postmortem }) =>
      !(shift && 'resolvedAgo' in shift) || postmortem.resolvedAt,
    {
      path: ['shift', 'resolvedAgo'],
      error:
        'requires postmortem.resolvedAt. Use startedAgo for an ongoing incident',
    },
  );

export type DemoPostmortem = z.output<typeof demoPostmortemSchema>;
