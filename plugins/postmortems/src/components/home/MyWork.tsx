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

import useAsync from 'react-use/esm/useAsync';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTexts } from '../../translation';
import { SubtleText } from '../shared';
import { WorkOf } from './WorkOf';
import { WorkSkeleton } from './WorkSkeleton';

/** The home page's widget: what is mine to do, what is overdue or due next first. */
export function MyWork() {
  const { t } = useTexts();
  const identity = useApi(identityApiRef);
  const { value } = useAsync(() => identity.getBackstageIdentity(), [identity]);
  if (!value) return <WorkSkeleton />;

  const { userEntityRef } = value;
  const { kind } = parseEntityRef(userEntityRef);
  return kind.toLocaleLowerCase('en-US') === 'user' ? (
    <WorkOf userRef={userEntityRef} />
  ) : (
    <SubtleText>{t('home.noUser')}</SubtleText>
  );
}
