import type { CommentStore } from '../comment/ports';
import type { PostmortemContext } from '../postmortem/context';

export interface MeetingContext extends PostmortemContext {
  comments: Pick<CommentStore, 'list'>;
  /** The portal's URL, if configured. */
  appUrl?: string;
}
