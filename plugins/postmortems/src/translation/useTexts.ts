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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { postmortemsTranslationRef } from './ref';

type Messages = (typeof postmortemsTranslationRef)['T'];

/** Of the forms of a plural, `count` picks one: they share a name. */
type WithoutPlural<TKey> = TKey extends `${infer TName}_${'one' | 'other'}`
  ? TName
  : TKey;

/** The name of a text. */
export type TextKey = WithoutPlural<keyof Messages>;

type Placeholders<TMessage> =
  TMessage extends `${string}{{${infer TName}}}${infer TTail}`
    ? TName | Placeholders<TTail>
    : never;

/** What each text has to be told, where some of it may be more than text. */
type Values<TValue> = {
  [TKey in TextKey]: TKey extends keyof Messages
    ? Record<Placeholders<Messages[TKey]>, TValue>
    : { count: number } & Record<
        Exclude<
          Placeholders<Messages[`${TKey}_other` & keyof Messages]>,
          'count'
        >,
        TValue
      >;
};

type Told<TKey extends TextKey, TValue> = {} extends Values<TValue>[TKey]
  ? [values?: Values<TValue>[TKey]]
  : [values: Values<TValue>[TKey]];

/** Tells a text in the language that the portal is shown in. */
export interface TellText {
  <TKey extends TextKey>(
    key: TKey,
    ...values: Told<TKey, string | number>
  ): string;
  <TKey extends TextKey>(
    key: TKey,
    ...values: Told<TKey, string | number | JSX.Element>
  ): JSX.Element;
}

/**
 * The texts of the plugin in the language that the portal is shown in.
 *
 * The same as `useTranslationRef`, whose types are worked out over all texts anew at each use: with
 * the thousand that there are, that took most of the time of checking types.
 */
export function useTexts(): { t: TellText } {
  return useTranslationRef(postmortemsTranslationRef) as unknown as {
    t: TellText;
  };
}
