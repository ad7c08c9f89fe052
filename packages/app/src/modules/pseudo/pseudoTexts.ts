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

import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { postmortemsTranslationRef } from 'backstage-plugin-postmortems';
import { pseudoText } from './pseudoText';

// Where Backstage itself gets the texts from; it has no public way to list them.
const english = (
  postmortemsTranslationRef as unknown as {
    getDefaultMessages(): Record<string, string>;
  }
).getDefaultMessages();

/** The texts of postmortems as pseudo-texts. */
export const pseudoTexts = createTranslationMessages({
  ref: postmortemsTranslationRef,
  messages: Object.fromEntries(
    Object.entries(english).map(([name, text]) => [name, pseudoText(text)]),
  ),
});
