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
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { ErrorPage, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IconElement } from '@backstage/frontend-plugin-api';
import { postmortemsTranslationRef } from '../../translation';

const NewPostmortemPage = lazy(() =>
  import('../create').then(m => ({ default: m.NewPostmortemPage })),
);
const PostmortemPage = lazy(() =>
  import('../document').then(m => ({ default: m.PostmortemPage })),
);

/** What a tab of the page shows, and where. */
export interface SubPage {
  path: string;
  title?: string;
  icon?: IconElement;
  element: ReactElement;
}

/** Everything below `/postmortems`. The router prefers fixed paths to `:id`. */
export function PostmortemsRoutes(props: { subPages: SubPage[] }) {
  const { subPages } = props;
  const { search } = useLocation();
  const { t } = useTranslationRef(postmortemsTranslationRef);

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
        {subPages.map(page => (
          <Route
            key={page.path}
            path={`${page.path}/*`}
            element={page.element}
          />
        ))}
        <Route path="new" element={<NewPostmortemPage />} />
        <Route path=":id" element={<PostmortemPage />} />
        <Route
          path="*"
          element={
            <ErrorPage status="404" statusMessage={t('page.notFound')} />
          }
        />
      </Routes>
    </Suspense>
  );
}
