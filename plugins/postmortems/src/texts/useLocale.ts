import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

const ENGLISH = { language: 'en' };
const NEVER = {
  subscribe: () => ({ unsubscribe: () => {} }),
};

/**
 * Returns the locale for a language: the browser's preferred variant, such as `en-GB`, or the
 * language itself. Undefined for invalid languages.
 */
export function localeOf(
  language: string,
  preferred: readonly string[],
): string | undefined {
  const sameLanguage = (each: string) =>
    each.split('-')[0] === language.split('-')[0];
  try {
    return Intl.getCanonicalLocales(
      preferred.find(sameLanguage) ?? language,
    )[0];
  } catch {
    return undefined;
  }
}

/** The locale for dates and numbers, matching the texts' language. */
export function useLocale(): string | undefined {
  // The API is missing in some component tests.
  const api = useApiHolder().get(appLanguageApiRef);
  const changes = useMemo(() => api?.language$() ?? NEVER, [api]);
  const { language } = useObservable(changes, api?.getLanguage() ?? ENGLISH);
  return useMemo(() => localeOf(language, navigator.languages), [language]);
}
