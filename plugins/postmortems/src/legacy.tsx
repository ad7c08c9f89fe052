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

/**
 * The plugin for portals on the old frontend system.
 *
 * @packageDocumentation
 */

import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import type { JSX } from 'react';
import { loadScreen, postmortemsApiFactory } from './api';
import {
  newPostmortemRouteRef,
  postmortemRouteRef,
  rootRouteRef,
} from './routes';

export { isPostmortemsAvailable } from './entityKinds';
export {
  loadGermanMessages,
  postmortemsTranslationRef,
  type PostmortemsMessages,
} from './translation';

/**
 * The plugin for the old frontend system.
 *
 * @public
 */
export const postmortemsPlugin = createPlugin({
  id: 'postmortems',
  apis: [postmortemsApiFactory],
  routes: {
    root: rootRouteRef,
    new: newPostmortemRouteRef,
    postmortem: postmortemRouteRef,
  },
});

/**
 * The page over all postmortems, to be mounted on a route such as `/postmortems`.
 *
 * @public
 */
export const PostmortemsPage: () => JSX.Element = postmortemsPlugin.provide(
  createRoutableExtension({
    name: 'PostmortemsPage',
    component: () =>
      loadScreen(() => import('./components/page')).then(
        m => m.LegacyPostmortemsPage,
      ),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Postmortems tab of an entity page.
 *
 * @public
 */
export const EntityPostmortemsContent: () => JSX.Element =
  postmortemsPlugin.provide(
    createComponentExtension({
      name: 'EntityPostmortemsContent',
      component: {
        lazy: () =>
          loadScreen(() => import('./components/entityTab')).then(
            m => m.EntityTab,
          ),
      },
    }),
  );

/**
 * A card for the home page: the user's own postmortems and action items, by due date.
 *
 * @public
 */
export const HomePagePostmortems = postmortemsPlugin.provide(
  createCardExtension({
    name: 'HomePagePostmortems',
    title: 'My postmortems and action items',
    components: async () => {
      const { MyWork } = await loadScreen(() => import('./components/home'));
      return { Content: MyWork };
    },
  }),
);

/**
 * The Postmortems card of an entity's overview.
 *
 * @public
 */
export const EntityPostmortemsCard: () => JSX.Element =
  postmortemsPlugin.provide(
    createComponentExtension({
      name: 'EntityPostmortemsCard',
      component: {
        lazy: () =>
          loadScreen(() => import('./components/entityCard')).then(
            m => m.EntityPostmortemsCard,
          ),
      },
    }),
  );
