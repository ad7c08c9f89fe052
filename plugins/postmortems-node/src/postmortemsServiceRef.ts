/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
 * Gives other plugins and modules the {@link PostmortemsService}, over the portal's own HTTP
 * API and with the permissions of the credentials passed.
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
