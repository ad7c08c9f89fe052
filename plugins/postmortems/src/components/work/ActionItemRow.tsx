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

import { actionItemUpdatePermission } from 'backstage-plugin-postmortems-common';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { ActionItemLink } from '../actionItems/list/ActionItemLink';
import {
  ActionItemDueEdit,
  ActionItemOwnerEdit,
  ActionItemStatusSelect,
  PriorityLabel,
} from '../actionItems/parts';
import { useMay } from '../shared';
import { WorkRow } from './WorkRow';

/** An action item, with everything that may unblock it within reach. */
export function ActionItemRow(props: {
  item: ListedActionItem;
  onChanged: (item: ListedActionItem) => void;
}) {
  const { item } = props;
  const canEdit = useMay(actionItemUpdatePermission, item.postmortem.id);
  const cell = { ...props, canEdit };
  return (
    <WorkRow
      mark={<PriorityLabel priority={item.priority} />}
      title={<ActionItemLink item={item} />}
      about={item.postmortem.title}
      state={<ActionItemStatusSelect {...cell} />}
      owner={<ActionItemOwnerEdit {...cell} />}
      due={<ActionItemDueEdit {...cell} />}
    />
  );
}
