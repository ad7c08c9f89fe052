import { createTranslationRef } from '@backstage/frontend-plugin-api';
import type { TranslationRef } from '@backstage/frontend-plugin-api';
import { english } from './english';
import type { Messages } from './messages';

// The type is declared because Backstage's inferred type is slow to check (see Messages). It
// doesn't refer to Messages by name, so that the API report shows the texts.
const createRef = createTranslationRef as unknown as (config: {
  id: 'postmortems';
  messages: typeof english;
  translations: { de: typeof loadGermanMessages };
}) => TranslationRef<
  'postmortems',
  { readonly [TName in keyof Messages]: Messages[TName] }
>;

/** All of the plugin's texts, for translating or rewording. @public */
export const postmortemsTranslationRef = createRef({
  id: 'postmortems',
  messages: english,
  translations: { de: () => import('./de') },
});

/**
 * All of the plugin's texts in a language.
 *
 * @public
 */
export type PostmortemsMessages = {
  readonly [TKey in keyof (typeof postmortemsTranslationRef)['T']]: string;
};

/**
 * Loads the German texts, for portals that reword some of them. Portals that only offer German as
 * it is don't need this.
 *
 * @public
 */
export const loadGermanMessages = (): Promise<{
  default: PostmortemsMessages;
}> => import('./de');
