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
import { useRouteRef } from '@backstage/core-plugin-api';
import type { PostmortemIncident } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../../routes';
import { useTexts } from '../../../translation';
import { SubtleText } from '../../shared';

/** As part of what an incident went on, if it did: best, that one's postmortem. */
export function MergedInto(props: { incident: PostmortemIncident }) {
  const { mergedInto } = props.incident;
  const { t } = useTexts();
  const linkTo = useRouteRef(postmortemRouteRef);

  if (!mergedInto) return null;
  const { key, url, postmortemId: id } = mergedInto;
  const to = id ? linkTo({ id }) : url;
  const name = id ?? key;
  return (
    <SubtleText variant="caption">
      {t('incident.mergedInto', {
        link: to ? <Link to={to}>{name}</Link> : name,
      })}
    </SubtleText>
  );
}
