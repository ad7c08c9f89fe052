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
  actionItemDeletePermission,
  actionItemUpdatePermission,
} from 'backstage-plugin-postmortems-common';
import { useMay } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { useSnoozes } from '../snooze/useSnoozes';

/** What the reader may do now with the action items on the page. */
export interface ActionItemRights {
  canChange: boolean;
  /** Their order is part of the page, so only while that is edited. */
  canMove: boolean;
  canRemove: boolean;
  /** Whether an item has a menu at all. */
  hasMenu: boolean;
}

/**
 * Action items have permissions of their own: who may not write the postmortem may still do its
 * work. Removing waits until the page is edited, as with all else on it, for those who edit it.
 */
export function useActionItemRights(): ActionItemRights {
  const { postmortem, canEdit, editing } = useDocument();
  const canChange = useMay(actionItemUpdatePermission, postmortem.id);
  const mayRemove = useMay(actionItemDeletePermission, postmortem.id);
  const { canSnooze } = useSnoozes();
  const canRemove = mayRemove && (editing || !canEdit);
  return {
    canChange,
    canMove: canChange && editing,
    canRemove,
    hasMenu: canChange || canRemove || postmortem.actionItems.some(canSnooze),
  };
}
