import { createApiRef } from '@backstage/core-plugin-api';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';

/** All data of the plugin's screens goes through this API. @public */
export const postmortemsApiRef = createApiRef<PostmortemsApi>({
  id: 'plugin.postmortems.api',
});
