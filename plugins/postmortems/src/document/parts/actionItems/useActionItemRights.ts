import {
  actionItemDeletePermission,
  actionItemUpdatePermission,
} from 'backstage-plugin-postmortems-common';
import { useMay } from '../../../data/useMay';
import { useSnoozes } from '../../snooze/useSnoozes';
import { useDocument } from '../../useDocument';

/** Permissions for the action items on the page. */
export interface ActionItemRights {
  canChange: boolean;
  /** The order is part of the page's content, so it changes only in edit mode. */
  canMove: boolean;
  canRemove: boolean;
  /** Whether an item has any menu entry. */
  hasMenu: boolean;
}

/**
 * Action items have their own permissions, so people who can't edit the postmortem can still work
 * on its items. People who can edit the postmortem must be in edit mode to remove items.
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
