import { z } from 'zod';

/**
 * Who can see a postmortem. A `restricted` one is visible only to people connected to it (owner,
 * incident commander, contributors, reviewers, members of owning teams) and to those with the
 * permission for restricted postmortems.
 *
 * @public
 */
export const visibilitySchema = z.enum(['internal', 'restricted']);

/** @public */
export type Visibility = z.infer<typeof visibilitySchema>;
