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

import { Suspense, lazy } from 'react';
import { Progress } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityPostmortems } from '../entity';

const TeamPostmortems = lazy(() =>
  import('../team').then(m => ({ default: m.TeamPostmortems })),
);
const PersonPostmortems = lazy(() =>
  import('../person').then(m => ({ default: m.PersonPostmortems })),
);

/** The Postmortems tab: of a team or a person what they have to do, else what went wrong there. */
export function EntityTab() {
  const { entity } = useEntity();
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return (
    <Suspense fallback={<Progress />}>
      {kind === 'group' && <TeamPostmortems />}
      {kind === 'user' && <PersonPostmortems />}
      {kind !== 'group' && kind !== 'user' && <EntityPostmortems />}
    </Suspense>
  );
}
