import type { ReactNode } from 'react';
import {
  postmortemAssignPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { isPermitted } from '../../data/useMay';
import { ExtensionDialog } from '../../document/dialogs/ExtensionDialog';
import { OwnerDialog } from '../../document/dialogs/OwnerDialog';
import { PostmortemDialog } from '../../document/dialogs/PostmortemDialog';
import { InlineEdit } from '../../document/parts/actionItems/controls/InlineEdit';
import { useTexts } from '../../texts/useTexts';
import { ComplianceStatusLabel } from '../../ui/labels/ComplianceStatusLabel';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { OwnerLabel } from '../../ui/labels/OwnerLabel';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { StatusLabel } from '../../ui/labels/StatusLabel';
import { WorkRow } from './WorkRow';

/** An unfinished postmortem, with the controls needed to move it forward. */
export function PostmortemRow(props: {
  postmortem: PostmortemSummary;
  /** Shown in place of the compliance status. */
  due?: ReactNode;
}) {
  const { postmortem } = props;
  const { id, dueAt, completedAt } = postmortem;
  const canAssign = isPermitted(postmortem, postmortemAssignPermission);
  const canExtend = isPermitted(postmortem, postmortemWaivePermission);
  const { t } = useTexts();
  const owner = <OwnerLabel postmortem={postmortem} list="all" />;
  const due = props.due ?? <ComplianceStatusLabel postmortem={postmortem} />;

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
                : t('work.owner.assignTo', { id })
            }
            give={postmortem.ownerRef ? undefined : t('work.owner.assign')}
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
        canExtend && dueAt && !completedAt && !props.due ? (
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
