import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { postmortemsTitlesTranslationRef } from './titlesRef';

type TitleKey = keyof (typeof postmortemsTitlesTranslationRef)['T'];

/** Returns the titles of pages, tabs, menu items and links. */
export function usePageTitles(): { t: (key: TitleKey) => string } {
  // Backstage's inferred type is too large to be declared.
  return useTranslationRef(postmortemsTitlesTranslationRef) as unknown as {
    t: (key: TitleKey) => string;
  };
}
