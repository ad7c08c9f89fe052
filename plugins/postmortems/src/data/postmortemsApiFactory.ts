import {
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { lazyApi } from './lazyApi';
import { loadClient } from './loadClient';
import { postmortemsApiRef } from './postmortemsApiRef';

/** The REST client for both frontend systems, with the portal's discovery and authentication. */
export const postmortemsApiFactory = createApiFactory({
  api: postmortemsApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: options =>
    lazyApi(async () => {
      const { createClient } = await loadClient();
      return createClient(options);
    }),
});
