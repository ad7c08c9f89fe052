import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TranslationRef } from '@backstage/frontend-plugin-api';
import type { Messages } from './messages';
import { postmortemsTranslationRef } from './ref';

/** Plural forms share one name; `count` selects the form. */
type NameOf<TKey> = TKey extends `${string}_one`
  ? never
  : TKey extends `${infer TName}_other`
  ? TName
  : TKey;

/** The name of a text. */
export type TextKey = NameOf<keyof Messages>;

type Placeholders<TMessage> =
  TMessage extends `${string}{{${infer TName}}}${infer TTail}`
    ? TName | Placeholders<TTail>
    : never;

/** The names of the placeholders that a text requires. */
type ValueNames<TKey extends TextKey> = TKey extends keyof Messages
  ? Placeholders<Messages[TKey]>
  : `${TKey}_other` extends keyof Messages
  ? 'count' | Placeholders<Messages[`${TKey}_other`]>
  : never;

/**
 * The values for a text's placeholders. A mapped type, because TypeScript would evaluate a type
 * constraint for all texts.
 */
type Values<TKey extends TextKey, TValue> = {
  [TName in ValueNames<TKey>]: TName extends 'count' ? number : TValue;
};

/** The names of texts without placeholders. */
type PlainTextKey = {
  [TKey in TextKey]: [ValueNames<TKey>] extends [never] ? TKey : never;
}[TextKey];

/** Translates a text. */
export interface TellText {
  (key: PlainTextKey): string;
  <TKey extends TextKey>(
    key: TKey,
    values: Values<TKey, string | number>,
  ): string;
  <TKey extends TextKey>(
    key: TKey,
    values: Values<TKey, string | number | JSX.Element>,
  ): JSX.Element;
}

// Drops the type of the messages, because Backstage would compute the type of `t` from all of them.
const ref = postmortemsTranslationRef as unknown as TranslationRef;

/** Returns the plugin's texts in the portal's language. */
export function useTexts(): { t: TellText } {
  return useTranslationRef(ref) as unknown as { t: TellText };
}
