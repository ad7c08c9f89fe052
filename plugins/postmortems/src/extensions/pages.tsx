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

import {
  PageBlueprint,
  SubPageBlueprint,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import { loadScreen } from '../api';
import { SUB_PAGE_TITLES } from '../components/page/subPageTitles';
import { rootRouteRef } from '../routes';
import { openListAhead } from './openAhead';
import { loadList, loadPage } from './screens';

/**
 * The page and its sub-pages. The blueprint's own tabs know no routes beside the sub-pages, so
 * the page brings a loader that adds those of the form and of a single postmortem. Sub-pages of
 * other plugins attach to it as to any page.
 */
const postmortemsPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { apis, config, inputs }) {
    openListAhead(apis, config.path ?? '/postmortems');
    return originalFactory({
      path: '/postmortems',
      routeRef: rootRouteRef,
      noHeader: true,
      loader: async () => {
        const { PostmortemsPage } = await loadScreen(loadPage);
        const subPages = inputs.pages.map(page => {
          const path = page.get(coreExtensionData.routePath);
          return {
            path,
            title: page.get(coreExtensionData.title) ?? path,
            icon: page.get(coreExtensionData.icon),
            element: page.get(coreExtensionData.reactElement),
          };
        });
        return <PostmortemsPage title={config.title} subPages={subPages} />;
      },
    });
  },
});

const allSubPage = SubPageBlueprint.make({
  name: 'all',
  params: {
    path: 'all',
    title: SUB_PAGE_TITLES.all,
    loader: () => loadList().then(m => <m.AllPostmortemsPage />),
  },
});

const actionItemsSubPage = SubPageBlueprint.make({
  name: 'action-items',
  params: {
    path: 'action-items',
    title: SUB_PAGE_TITLES['action-items'],
    loader: () =>
      import('../components/actionItems/list').then(m => <m.ActionItemsPage />),
  },
});

const complianceSubPage = SubPageBlueprint.make({
  name: 'compliance',
  params: {
    path: 'compliance',
    title: SUB_PAGE_TITLES.compliance,
    loader: () =>
      import('../components/compliance').then(m => <m.CompliancePage />),
  },
});

const incidentSourcesSubPage = SubPageBlueprint.make({
  name: 'incident-sources',
  params: {
    path: 'incident-sources',
    title: SUB_PAGE_TITLES['incident-sources'],
    loader: () =>
      import('../components/incidentSources').then(m => (
        <m.IncidentSourcesPage />
      )),
  },
});

export const pages = [
  postmortemsPage,
  allSubPage,
  actionItemsSubPage,
  complianceSubPage,
  incidentSourcesSubPage,
];
