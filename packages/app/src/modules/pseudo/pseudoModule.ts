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
  createFrontendFeatureLoader,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';

/** What a browser has in its local storage to see the texts of postmortems as pseudo-texts. */
const SWITCH = 'demo.pseudoTexts';

/** Replaces the English texts by ones that show what is not translated, or not fit for it. */
export const pseudoModule = createFrontendFeatureLoader({
  async *loader() {
    if (!window.localStorage.getItem(SWITCH)) return;

    // A chunk of its own, or every start of the portal would load all texts.
    const { pseudoTexts } = await import('./pseudoTexts');
    yield createFrontendModule({
      pluginId: 'app',
      extensions: [
        TranslationBlueprint.make({
          name: 'pseudo-texts',
          params: { resource: pseudoTexts },
        }),
      ],
    });
  },
});
