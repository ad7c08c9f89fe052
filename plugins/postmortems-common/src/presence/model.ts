import { z } from 'zod';
import { entityRefSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { SECTIONS, sectionKeySchema } from '../section/model';
import type { SectionKey } from '../section/model';

const tabIdSchema = z.string().regex(/^[a-z0-9]{8,40}$/, {
  error: 'must be 8 to 40 lowercase letters and digits',
});

/** @public */
export const putPresenceSchema = objectSchema<PutPresence>(
  z.strictObject({
    tabId: tabIdSchema,
    sections: z.array(sectionKeySchema).max(SECTIONS.length),
  } satisfies Fields<PutPresence>),
);

/**
 * The sections that the caller is editing in one browser tab; none when editing ends.
 *
 * @public
 */
export interface PutPresence {
  /** Chosen by the tab. Distinguishes tabs of one person. */
  tabId: string;
  sections: SectionKey[];
}

/** @public */
export const presenceSchema = objectSchema<Presence>(
  z.object({
    items: z.array(
      z.object({
        userRef: entityRefSchema,
        tabId: tabIdSchema,
        section: sectionKeySchema,
      }),
    ),
  } satisfies Fields<Presence>),
);

/**
 * Who is editing which section of a postmortem.
 *
 * @public
 */
export interface Presence {
  items: Array<{ userRef: string; tabId: string; section: SectionKey }>;
}
