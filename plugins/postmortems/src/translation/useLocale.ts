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
 * How dates and numbers are written in a language: the way that the browser prefers among those of
 * the language, such as `en-GB`, or else as the language has it. Absent for what is no language.
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

/** The locale for dates and numbers, so that they are in the same language as the texts. */
export function useLocale(): string | undefined {
  // Portals have it, but not every test of a component.
  const api = useApiHolder().get(appLanguageApiRef);
  const changes = useMemo(() => api?.language$() ?? NEVER, [api]);
  const { language } = useObservable(changes, api?.getLanguage() ?? ENGLISH);
  return useMemo(() => localeOf(language, navigator.languages), [language]);
}
