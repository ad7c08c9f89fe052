import type { PostmortemContext } from '../postmortem/context';
import type { ActionItemList } from './ActionItemList';
import type { ActionItemStore } from './ActionItemStore';

export interface ActionItemContext extends PostmortemContext {
  actionItems: ActionItemStore;
  actionItemList: ActionItemList;
}
