import { z } from 'zod';

/**
 * Who can see a postmortem. A `restricted` one is visible only to its owner, incident commander,
 * contributors, reviewers and owning teams, and to people with the permission for restricted
 * postmortems.
 *
 * @public
 */
export const visibilitySchema = z.enum(['internal', 'restricted']);

/** @public */
export type Visibility = z.infer<typeof visibilitySchema>;
