import type { PostmortemContext } from '../postmortem/context';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { PresenceStore } from './PresenceStore';

/** Dependencies of presence operations. */
export interface PresenceContext extends PostmortemContext {
  presence: PresenceStore;
  /** Signals open screens that someone started or stopped editing. Never throws. */
  presenceChanged: (postmortem: PostmortemRecord) => void;
}
