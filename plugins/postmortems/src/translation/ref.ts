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

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { english } from './english';

/** Every text of the plugin, to be translated or reworded. @public */
export const postmortemsTranslationRef = createTranslationRef({
  id: 'postmortems',
  messages: english,
  translations: { de: () => import('./de') },
});

/**
 * Every text of the plugin in some language.
 *
 * @public
 */
export type PostmortemsMessages = {
  readonly [TKey in keyof (typeof postmortemsTranslationRef)['T']]: string;
};

/**
 * The German texts, loaded when they are first asked for. A portal that offers German uses them by
 * itself; this is for one that rewords some of them.
 *
 * @public
 */
export const loadGermanMessages = (): Promise<{
  default: PostmortemsMessages;
}> => import('./de');
