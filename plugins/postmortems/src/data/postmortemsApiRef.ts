import { createApiRef } from '@backstage/core-plugin-api';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';

/** The API through which the plugin's screens load and change all data. @public */
export const postmortemsApiRef = createApiRef<PostmortemsApi>({
  id: 'plugin.postmortems.api',
});
