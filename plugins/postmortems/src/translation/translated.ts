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

import type { createTranslationRef } from '@backstage/frontend-plugin-api';
import type { english } from './english';

/** Texts of the same names in another language. */
export type Translated<TTexts> = {
  readonly [TKey in keyof TTexts]: TTexts[TKey] extends string
    ? string
    : Translated<TTexts[TKey]>;
};

type Ref = ReturnType<
  typeof createTranslationRef<'postmortems', typeof english, {}>
>;

/** All texts of a language as Backstage wants them: on one level, with dots in their names. */
export type TranslatedMessages = { readonly [TKey in keyof Ref['T']]: string };

interface Texts {
  readonly [name: string]: string | Texts;
}

/** Puts nested texts on one level. */
export function flatten(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'string'
        ? [[name, text]]
        : Object.entries(flatten(text)).map(([rest, value]) => [
            `${name}.${rest}`,
            value,
          ]),
    ),
  );
}
