import type { english } from './english';

/** The names of nested texts, joined with dots. */
type Names<TTexts> = {
  [TKey in keyof TTexts & string]: TTexts[TKey] extends string
    ? TKey
    : `${TKey}.${Names<TTexts[TKey]>}`;
}[keyof TTexts & string];

/** The text at a name that contains dots. */
type TextAt<TTexts, TName> = TName extends keyof TTexts
  ? TTexts[TName]
  : TName extends `${infer TKey extends keyof TTexts & string}.${infer TRest}`
  ? TextAt<TTexts[TKey], TRest>
  : never;

/**
 * The English texts, flattened, with dots in their names. Backstage's own type intersects one
 * object per text, which made type checking a third slower with a thousand texts.
 */
export type Messages = {
  readonly [TName in Names<typeof english>]: TextAt<typeof english, TName>;
};
