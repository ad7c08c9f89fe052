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
import {
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { StartPostmortemButton } from '../shared';
import { PostmortemsRoutes } from './PostmortemsRoutes';
import { useCurrentSubPage, useTabs, useTitled } from './subPages';
import type { SubPage } from './subPages';

/** The button in the header, on the list: elsewhere one is busy with something else. */
function HeaderStartButton(props: { subPages: SubPage[] }) {
  const { subPages } = props;
  return useCurrentSubPage(subPages) === subPages[0] ? (
    <StartPostmortemButton compact />
  ) : null;
}

/** The page in the new frontend system: its header with the sub-pages as tabs, and the routes. */
export function PostmortemsPage(props: {
  title?: string;
  subPages: SubPage[];
}) {
  const subPages = useTitled(props.subPages);
  const { t } = useTexts();
  const headerActionsApi = useApi(pluginHeaderActionsApiRef);
  const root = useRouteRef(rootRouteRef)();
  const hasTabs = useCurrentSubPage(subPages) !== undefined;
  const tabs = useTabs(subPages);
  const title = props.title ?? t('page.title');

  // Each rendering of PageLayout mounts everything in it anew, so that menus close and text gets
  // lost. As the address changes with every filter, it must not render each time, nor before it
  // is known which tabs there are.
  return useMemo(
    () =>
      tabs ? (
        <PageLayout
          title={title}
          titleLink={root}
          icon={<FindInPageIcon fontSize="inherit" />}
          headerActions={[
            ...headerActionsApi.getPluginHeaderActions('postmortems'),
            <HeaderStartButton key="start" subPages={subPages} />,
          ]}
          tabs={
            hasTabs
              ? tabs.map(page => ({
                  id: page.path,
                  label: page.title,
                  icon: page.icon,
                  href: page.path,
                }))
              : undefined
          }
        >
          <main>
            <PostmortemsRoutes subPages={subPages} />
          </main>
        </PageLayout>
      ) : (
        <Progress />
      ),
    [title, root, headerActionsApi, subPages, hasTabs, tabs],
  );
}
