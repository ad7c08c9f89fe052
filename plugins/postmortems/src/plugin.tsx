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

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import {
  apis,
  entityCards,
  entityContents,
  homePageWidgets,
  pages,
} from './extensions';
import {
  newPostmortemRouteRef,
  postmortemRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The plugin for the new frontend system.
 *
 * @public
 */
export const postmortemsPlugin = createFrontendPlugin({
  pluginId: 'postmortems',
  title: 'Postmortems',
  icon: <FindInPageIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    new: newPostmortemRouteRef,
    postmortem: postmortemRouteRef,
  },
  extensions: [
    ...apis,
    ...pages,
    ...entityCards,
    ...entityContents,
    ...homePageWidgets,
  ],
});
