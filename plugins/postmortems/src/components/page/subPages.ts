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
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { IconElement } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { incidentSourceManagePermission } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { SUB_PAGE_TITLES } from './subPageTitles';

/** The path of the sub-page that is for operators. */
export const INCIDENT_SOURCES_PATH = 'incident-sources';

/** What a tab of the page shows, and where. */
export interface SubPage {
  path: string;
  title: string;
  icon?: IconElement;
  element: ReactElement;
}

/**
 * The sub-page the address leads to. On the form and on a postmortem it is none: these have the
 * page to themselves, without tabs.
 */
export function useCurrentSubPage(subPages: SubPage[]): SubPage | undefined {
  const root = useRouteRef(rootRouteRef)();
  const { pathname } = useLocation();
  return subPages.find(page =>
    `${pathname}/`.startsWith(`${root}/${page.path}/`),
  );
}

/** Our own titles in the language of the portal; those that it has given stay as they are. */
export function useTitled(subPages: SubPage[]): SubPage[] {
  const { t } = useTexts();
  return useMemo(() => {
    const titles: Record<keyof typeof SUB_PAGE_TITLES, string> = {
      all: t('list.title'),
      'action-items': t('actionItemList.title'),
      compliance: t('compliance.title'),
      'incident-sources': t('incidentSources.title'),
    };
    return subPages.map(page => {
      const ours = Object.entries(SUB_PAGE_TITLES).some(
        ([path, title]) => path === page.path && title === page.title,
      );
      return ours
        ? { ...page, title: titles[page.path as keyof typeof titles] }
        : page;
    });
  }, [subPages, t]);
}

/**
 * The sub-pages that have a tab: that of operators has one for those who may use it. To others its
 * address says why they may not. Absent until it is known.
 */
export function useTabs(subPages: SubPage[]): SubPage[] | undefined {
  const { allowed, loading } = usePermission({
    permission: incidentSourceManagePermission,
  });
  return useMemo(() => {
    if (loading) return undefined;
    return allowed
      ? subPages
      : subPages.filter(({ path }) => path !== INCIDENT_SOURCES_PATH);
  }, [subPages, allowed, loading]);
}
