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

import {
  postmortemAssignPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { InlineEdit } from '../actionItems/parts/InlineEdit';
import { ExtensionDialog } from '../document/dialogs/ExtensionDialog';
import { OwnerDialog } from '../document/dialogs/OwnerDialog';
import { PostmortemDialog } from '../document/dialogs/PostmortemDialog';
import { PostmortemLink } from '../list';
import {
  ComplianceStatusLabel,
  EntityRefs,
  OwnerLabel,
  SeverityChip,
  StatusLabel,
  useMay,
} from '../shared';
import { WorkRow } from './WorkRow';

/** A postmortem that is still to be written, with what may unblock it within reach. */
export function PostmortemRow(props: { postmortem: PostmortemSummary }) {
  const { postmortem } = props;
  const { id, dueAt, completedAt } = postmortem;
  const canAssign = useMay(postmortemAssignPermission, id);
  const canExtend = useMay(postmortemWaivePermission, id);
  const { t } = useTexts();
  const owner = <OwnerLabel postmortem={postmortem} />;
  const due = <ComplianceStatusLabel postmortem={postmortem} />;

  return (
    <WorkRow
      mark={<SeverityChip governing={postmortem.governingSeverity} />}
      title={<PostmortemLink postmortem={postmortem} />}
      about={<EntityRefs entityRefs={postmortem.entityRefs} max={3} />}
      state={<StatusLabel status={postmortem.status} />}
      owner={
        canAssign ? (
          <InlineEdit
            label={
              postmortem.ownerRef
                ? t('work.owner.change', { id })
                : t('work.owner.nameOf', { id })
            }
            give={postmortem.ownerRef ? undefined : t('work.owner.name')}
            form={(_, close) => (
              <PostmortemDialog id={id} onClose={close}>
                <OwnerDialog onClose={close} />
              </PostmortemDialog>
            )}
          >
            {owner}
          </InlineEdit>
        ) : (
          owner
        )
      }
      due={
        canExtend && dueAt && !completedAt ? (
          <InlineEdit
            label={t('work.extend', { id })}
            form={(_, close) => (
              <PostmortemDialog id={id} onClose={close}>
                <ExtensionDialog onClose={close} />
              </PostmortemDialog>
            )}
          >
            {due}
          </InlineEdit>
        ) : (
          due
        )
      }
    />
  );
}
