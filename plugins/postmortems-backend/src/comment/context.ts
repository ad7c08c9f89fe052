import type { ActionItemContext } from '../actionItem/ports';
import type { TimelineContext } from '../timeline/ports';
import type { CommentStore } from './CommentStore';
import type { MentionStore } from './MentionStore';

/**
 * Comments can be about timeline events, contributing factors and action items, so their stores are
 * needed.
 */
export interface CommentContext extends TimelineContext, ActionItemContext {
  actionItems: ActionItemContext['actionItems'];
  comments: CommentStore;
  mentions: MentionStore;
}
