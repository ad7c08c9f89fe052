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

import { useEffect, useState } from 'react';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTexts } from '../../translation';
import { SubtleText } from '../shared';
import { Snippet } from './Snippet';

/** Where a source sends to, as this browser reaches the backend. */
export function WebhookAddress(props: { path: string }) {
  const { t } = useTexts();
  const discovery = useApi(discoveryApiRef);
  const [baseUrl, setBaseUrl] = useState('');

  useEffect(() => {
    let mounted = true;
    discovery.getBaseUrl('postmortems').then(
      url => mounted && setBaseUrl(url),
      // Then the path alone is shown.
      () => {},
    );
    return () => {
      mounted = false;
    };
  }, [discovery]);

  const label = t('incidentSources.card.address');
  return (
    <div>
      <SubtleText variant="caption">{label}</SubtleText>
      <Snippet label={label} text={`${baseUrl}${props.path}`} />
    </div>
  );
}
