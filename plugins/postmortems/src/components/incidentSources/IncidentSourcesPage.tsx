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

import { Content } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { incidentSourceManagePermission } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { StateMessage } from '../shared';
import { Sources } from './Sources';

/** The sub-page for operators: how incidents come in, and what keeps some from it. */
export function IncidentSourcesPage() {
  const { t } = useTexts();
  const { allowed, loading } = usePermission({
    permission: incidentSourceManagePermission,
  });
  if (loading) return null;

  return (
    <Content>
      {allowed ? (
        <Sources />
      ) : (
        <StateMessage role="alert" title={t('incidentSources.forbiddenTitle')}>
          {t('incidentSources.forbiddenText', {
            permission: incidentSourceManagePermission.name,
          })}
        </StateMessage>
      )}
    </Content>
  );
}
