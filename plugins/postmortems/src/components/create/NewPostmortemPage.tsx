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

import { Content, ContentHeader } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { postmortemCreatePermission } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { UnsavedGuard } from '../document/hooks/useUnsaved';
import { StateMessage } from '../shared';
import { CreateForm } from './CreateForm';

/** The page at `/postmortems/new`; `?entityRef=` says what is affected. */
export function NewPostmortemPage() {
  const { t } = useTexts();
  const { allowed, loading } = usePermission({
    permission: postmortemCreatePermission,
  });

  if (!allowed) {
    return (
      <Content>
        {!loading && (
          <StateMessage role="alert" title={t('create.forbiddenTitle')}>
            {t('create.forbiddenText')}
          </StateMessage>
        )}
      </Content>
    );
  }
  return (
    <Content>
      <ContentHeader
        title={t('create.title')}
        description={t('create.description')}
      />
      <UnsavedGuard>
        <CreateForm />
      </UnsavedGuard>
    </Content>
  );
}
