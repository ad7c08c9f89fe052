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

import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import {
  Navigate,
  Route,
  Routes,
  useLocation,
  useParams,
} from 'react-router-dom';
import { ErrorPage, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { newPostmortemRouteRef, postmortemRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import type { SubPage } from './subPages';

const NewPostmortemPage = lazy(() =>
  import('../create').then(m => ({ default: m.NewPostmortemPage })),
);
const PostmortemPage = lazy(() =>
  import('../document').then(m => ({ default: m.PostmortemPage })),
);

function NewRoute() {
  const { t } = useTexts();
  const href = useRouteRef(newPostmortemRouteRef)();
  return (
    <BreadcrumbEntry entry={{ label: t('page.new'), href }}>
      <NewPostmortemPage />
    </BreadcrumbEntry>
  );
}

function PostmortemRoute() {
  const { id = '' } = useParams();
  const href = useRouteRef(postmortemRouteRef)({ id });
  return (
    <BreadcrumbEntry entry={{ label: id, href }}>
      <PostmortemPage />
    </BreadcrumbEntry>
  );
}

function NotFoundRoute() {
  const { t } = useTexts();
  return <ErrorPage status="404" statusMessage={t('page.notFound')} />;
}

function subPageRoute(page: SubPage, index: number): ReactElement {
  // The first is what the page itself opens with, so the page's own breadcrumb says it already.
  const element =
    index === 0 ? (
      page.element
    ) : (
      <BreadcrumbEntry entry={{ label: page.title, href: page.path }}>
        {page.element}
      </BreadcrumbEntry>
    );
  return <Route key={page.path} path={`${page.path}/*`} element={element} />;
}

/** Everything below `/postmortems`. The router prefers fixed paths to `:id`. */
export function PostmortemsRoutes(props: { subPages: SubPage[] }) {
  const { subPages } = props;
  const { search } = useLocation();

  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        {subPages.length > 0 && (
          <Route
            index
            element={
              <Navigate to={{ pathname: subPages[0].path, search }} replace />
            }
          />
        )}
        {subPages.map(subPageRoute)}
        <Route path="new" element={<NewRoute />} />
        <Route path=":id" element={<PostmortemRoute />} />
        <Route path="*" element={<NotFoundRoute />} />
      </Routes>
    </Suspense>
  );
}
