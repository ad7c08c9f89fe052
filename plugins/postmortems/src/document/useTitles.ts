import { useCallback } from 'react';
import { sectionKeySchema } from 'backstage-plugin-postmortems-common';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../texts/useTexts';
import type { OutlineKey } from './parts';

function isSection(key: OutlineKey): key is SectionKey {
  return sectionKeySchema.safeParse(key).success;
}

/** Titles for the headings on the page. */
export function useTitles(): (key: OutlineKey) => string {
  const { t } = useTexts();
  return useCallback(
    key =>
      isSection(key)
        ? t(`document.section.${key}.title`)
        : t(`document.part.${key}`),
    [t],
  );
}
