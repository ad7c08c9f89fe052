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

import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { loadScreen } from '../api';

const myWorkWidget = HomePageWidgetBlueprint.make({
  name: 'my-work',
  params: {
    name: 'HomePagePostmortems',
    title: 'My postmortems and action items',
    description: 'What is yours to do, what is overdue or due next first',
    components: async () => {
      const { MyWork } = await loadScreen(() => import('../components/home'));
      return { Content: MyWork };
    },
    layout: {
      height: { minRows: 4, defaultRows: 6 },
      width: { minColumns: 3, defaultColumns: 4 },
    },
  },
});

export const homePageWidgets = [myWorkWidget];
