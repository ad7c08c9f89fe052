import type { PostmortemContext } from '../postmortem/context';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { PresenceStore } from './PresenceStore';

/** Dependencies of the operations of this subject. */
export interface PresenceContext extends PostmortemContext {
  presence: PresenceStore;
  /** Signals open screens that someone began or ended editing. Never throws. */
  presenceChanged: (postmortem: PostmortemRecord) => void;
}
