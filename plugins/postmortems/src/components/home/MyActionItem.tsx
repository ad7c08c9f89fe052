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

import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import {
  actionItemUpdatePermission,
  isClosed,
} from 'backstage-plugin-postmortems-common';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { ActionItemLink } from '../actionItems/list/ActionItemLink';
import {
  ActionItemStatusLabel,
  ChangeProblem,
  DueLabel,
  PriorityLabel,
  useActionItemChange,
} from '../actionItems/parts';
import { useFocusRing, useMay } from '../shared';
import { MyRow } from './MyRow';

/** An action item that is mine to do, and the button that says it is done. */
export function MyActionItem(props: {
  item: ListedActionItem;
  onChanged: (item: ListedActionItem) => void;
}) {
  const { item, onChanged } = props;
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const canEdit = useMay(actionItemUpdatePermission, item.postmortem.id);
  const { change, busy, problem } = useActionItemChange(item, onChanged);
  const label = t('home.done', { id: item.id });

  return (
    <MyRow
      title={<ActionItemLink item={item} />}
      facts={
        <>
          {isClosed(item.status) ? (
            <ActionItemStatusLabel status={item.status} />
          ) : (
            <DueLabel item={item} />
          )}
          <PriorityLabel priority={item.priority} />
        </>
      }
      action={
        canEdit &&
        !isClosed(item.status) && (
          <Tooltip title={label}>
            <span>
              <IconButton
                size="small"
                aria-label={label}
                disabled={busy}
                {...focusRing}
                onClick={() => change({ status: 'done' })}
              >
                <CheckCircleOutlineIcon />
              </IconButton>
            </span>
          </Tooltip>
        )
      }
    >
      <ChangeProblem problem={problem} fields={[]} />
    </MyRow>
  );
}
