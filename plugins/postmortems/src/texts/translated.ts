import type { Messages } from './messages';

/** Texts in another language, with the same names. */
export type Translated<TTexts> = {
  readonly [TKey in keyof TTexts]: TTexts[TKey] extends string
    ? string
    : Translated<TTexts[TKey]>;
};

/** A language's flattened texts, as Backstage expects them. */
export type TranslatedMessages = { readonly [TKey in keyof Messages]: string };

interface Texts {
  readonly [name: string]: string | Texts;
}

/** Flattens nested texts, joining names with dots. */
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
