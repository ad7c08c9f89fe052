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

import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { postmortemUpdatePermission } from 'backstage-plugin-postmortems-common';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { PostmortemLink } from '../list/PostmortemLink';
import {
  ComplianceStatusLabel,
  EntityRefs,
  SeverityChip,
  useMay,
} from '../shared';
import { IncidentRow } from './IncidentRow';

/** A draft that a source made and nobody has begun; to start is to open it for editing. */
export function UnbegunDraft(props: { postmortem: PostmortemSummary }) {
  const { postmortem } = props;
  const { id, entityRefs } = postmortem;
  const { t } = useTexts();
  const to = useRouteRef(postmortemRouteRef)({ id });
  const canEdit = useMay(postmortemUpdatePermission, id);

  return (
    <IncidentRow
      incident={postmortem}
      severity={
        <SeverityChip
          governing={postmortem.governingSeverity}
          final={postmortem.severity}
        />
      }
      title={<PostmortemLink postmortem={postmortem} />}
      about={<EntityRefs entityRefs={entityRefs} max={3} />}
      due={<ComplianceStatusLabel postmortem={postmortem} />}
      action={
        canEdit && (
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={`${to}?edit=true`}
            aria-label={t('unstarted.startNamed', { id })}
          >
            {t('unstarted.start')}
          </LinkButton>
        )
      }
    />
  );
}
