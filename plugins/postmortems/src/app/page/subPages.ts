import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { translationApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  IconElement,
  TranslationRefTuple,
} from '@backstage/frontend-plugin-api';
import { useKnownPermission } from '../../data/useKnownPermission';
import { incidentSourceManagePermission } from 'backstage-plugin-postmortems-common';
import { INCIDENT_SOURCES_PATH, rootRouteRef } from '../../routes';
import { usePageTitles } from '../../texts/usePageTitles';
import { useLocation } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { segmentsBelow } from './segmentsBelow';

/** A tab on the page: its path, title and content. */
export interface SubPage {
  path: string;
  title: string;
  /** The title's translation, unless the title is configured. */
  translation?: TranslationRefTuple<undefined>;
  icon?: IconElement;
  element: ReactElement;
}

/**
 * The sub-page that the URL opens. Undefined for the form and for single postmortems, which are
 * shown without tabs.
 */
export function useCurrentSubPage(subPages: SubPage[]): SubPage | undefined {
  const root = useRouteRef(rootRouteRef)();
  const { pathname } = useLocation();
  const [first] = segmentsBelow(root, pathname);
  return subPages.find(({ path }) => path === first);
}

/** The sub-pages, with titles in the portal's language. */
export function useTitled(subPages: SubPage[]): SubPage[] {
  const translations = useApi(translationApiRef);
  // Not used below, but `t` changes when the language changes and when a translation has loaded.
  const { t } = usePageTitles();
  return useMemo(
    () =>
      subPages.map(page => {
        const { translation } = page;
        if (!translation) return page;
        const { ref, key } = translation;
        return { ...page, title: translations.getTranslation(ref).t(key) };
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [subPages, translations, t],
  );
}

/**
 * The sub-pages to show as tabs. Incident sources have a tab only for users who may manage them.
 * Others can still open the page by its URL, and it explains why they have no access. Undefined
 * until the permission is known.
 */
export function useTabs(subPages: SubPage[]): SubPage[] | undefined {
  const { allowed, loading } = useKnownPermission({
    permission: incidentSourceManagePermission,
  });
  return useMemo(() => {
    if (loading) return undefined;
    return allowed
      ? subPages
      : subPages.filter(({ path }) => path !== INCIDENT_SOURCES_PATH);
  }, [subPages, allowed, loading]);
}
