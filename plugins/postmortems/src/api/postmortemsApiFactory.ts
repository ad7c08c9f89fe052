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
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { withAnswersAhead } from './answersAhead';
import { lazyApi } from './lazyApi';
import { loadClient } from './loadClient';
import { postmortemsApiRef } from './postmortemsApiRef';

/**
 * The REST client in the portal's own discovery and sign-in, for both frontend systems. What it
 * changes, all screens of the browser tab learn.
 */
export const postmortemsApiFactory = createApiFactory({
  api: postmortemsApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: options =>
    withAnswersAhead(
      lazyApi(async () => {
        const { createClient } = await loadClient();
        return createClient(options);
      }),
    ),
});
