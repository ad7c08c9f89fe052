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

import { Link } from '@backstage/core-components';
import type { PostmortemIncident } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';

/** An incident by its source and what that calls it, leading there where there is a way. */
export function IncidentLink(props: { incident: PostmortemIncident }) {
  const { sourceTitle: source, key, title, url } = props.incident;
  const { t } = useTexts();
  const name = t('incident.named', { source, key });
  return url ? (
    <Link to={url} title={title}>
      {name}
    </Link>
  ) : (
    <span title={title}>{name}</span>
  );
}
