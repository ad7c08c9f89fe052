import { postmortemRules } from 'backstage-plugin-postmortems-node';
import type { PostmortemCriteria } from 'backstage-plugin-postmortems-node';

/** Postmortems that aren't restricted. */
export const INTERNAL: PostmortemCriteria =
  postmortemRules.hasVisibility.toQuery({ visibilities: ['internal'] });
