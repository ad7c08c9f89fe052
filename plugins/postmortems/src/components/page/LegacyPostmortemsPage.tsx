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

import { lazy } from 'react';
import { useNavigate } from 'react-router-dom';
import { Header, HeaderTabs, Page } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { StartPostmortemButton } from '../shared';
import { PostmortemsRoutes } from './PostmortemsRoutes';
import {
  INCIDENT_SOURCES_PATH,
  type SubPage,
  useCurrentSubPage,
  useTabs,
} from './subPages';

const AllPostmortemsPage = lazy(() =>
  import('../list').then(m => ({ default: m.AllPostmortemsPage })),
);
const ActionItemsPage = lazy(() =>
  import('../actionItems/list').then(m => ({ default: m.ActionItemsPage })),
);
const CompliancePage = lazy(() =>
  import('../compliance').then(m => ({ default: m.CompliancePage })),
);
const IncidentSourcesPage = lazy(() =>
  import('../incidentSources').then(m => ({ default: m.IncidentSourcesPage })),
);

/** The same page in the old frontend system, which leaves header and tabs to the plugin. */
export function LegacyPostmortemsPage() {
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const navigate = useNavigate();

  const subPages: SubPage[] = [
    { path: 'all', title: t('list.title'), element: <AllPostmortemsPage /> },
    {
      path: 'action-items',
      title: t('actionItemList.title'),
      element: <ActionItemsPage />,
    },
    {
      path: 'compliance',
      title: t('compliance.title'),
      element: <CompliancePage />,
    },
    {
      path: INCIDENT_SOURCES_PATH,
      title: t('incidentSources.title'),
      element: <IncidentSourcesPage />,
    },
  ];
  const current = useCurrentSubPage(subPages);
  const tabs = useTabs(subPages) ?? [];

  return (
    <Page themeId="tool">
      <Header
        title={t('page.title')}
        {...(!current && { type: t('page.title'), typeLink: root })}
      >
        {current === subPages[0] && <StartPostmortemButton />}
      </Header>
      {current && tabs.includes(current) && (
        <HeaderTabs
          tabs={tabs.map(page => ({ id: page.path, label: page.title }))}
          selectedIndex={tabs.indexOf(current)}
          onChange={index => navigate(`${root}/${tabs[index].path}`)}
        />
      )}
      <PostmortemsRoutes subPages={subPages} />
    </Page>
  );
}
