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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EndpointName,
  EndpointOutput,
  EndpointRequest,
  endpoints,
} from 'backstage-plugin-postmortems-common';

/**
 * On whose behalf a call is made.
 *
 * @public
 */
export interface PostmortemsServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * The one door to postmortems: an operation for each endpoint of the REST API, taking the same
 * validated request and giving the same answer. Whatever reaches postmortems, the REST router,
 * actions, incident sources and scheduled tasks alike, goes through it.
 *
 * Operations throw the errors of `@backstage/errors`: `InputError` for values that the schemas
 * cannot know to be wrong, `NotFoundError`, `NotAllowedError`, `ConflictError` for a step that
 * the state does not allow, `ServiceUnavailableError` while the catalog cannot be reached.
 *
 * @public
 */
export type PostmortemsService = {
  [N in EndpointName]: (
    request: EndpointRequest<(typeof endpoints)[N]>,
    options: PostmortemsServiceOptions,
  ) => Promise<EndpointOutput<(typeof endpoints)[N]>>;
};
