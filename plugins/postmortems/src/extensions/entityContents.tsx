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

import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { loadScreen } from '../api';
import { entityKindsWithPostmortems } from '../entityKinds';
import { openEntityTabAhead } from './openAhead';
import { loadEntityTab } from './screens';

const postmortemsEntityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis, config }) {
    const path = config.path ?? '/postmortems';
    openEntityTabAhead(apis, path);
    return originalFactory({
      path,
      title: 'Postmortems',
      group: 'operation',
      filter: { kind: { $in: entityKindsWithPostmortems } },
      loader: () => {
        openEntityTabAhead(apis, path);
        return loadScreen(loadEntityTab).then(m => <m.EntityTab />);
      },
    });
  },
});

export const entityContents = [postmortemsEntityContent];
