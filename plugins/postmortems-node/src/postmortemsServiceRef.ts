import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  createPostmortemsClient,
  endpoints,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from './PostmortemsService';

/**
 * Provides the {@link PostmortemsService} to other plugins and modules. Calls go over HTTP, with
 * the permissions of the given credentials.
 *
 * @public
 */
export const postmortemsServiceRef = createServiceRef<PostmortemsService>({
  id: 'postmortems.service',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) => {
        const client = createPostmortemsClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        }) as Record<string, PostmortemsApi[keyof PostmortemsApi]>;

        const operations: unknown = Object.fromEntries(
          Object.keys(endpoints).map(name => [
            name,
            async (request: never, options: PostmortemsServiceOptions) => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: options.credentials,
                targetPluginId: 'postmortems',
              });
              return client[name](request, { token });
            },
          ]),
        );
        return operations as PostmortemsService;
      },
    }),
});
