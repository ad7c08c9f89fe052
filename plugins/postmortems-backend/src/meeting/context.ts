import type { CommentStore } from '../comment/ports';
import type { PostmortemContext } from '../postmortem/context';

export interface MeetingContext extends PostmortemContext {
  comments: Pick<CommentStore, 'list'>;
  /** URL of the portal, if configured. */
  appUrl?: string;
}
